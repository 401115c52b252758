import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Me } from './api.ts';
import type { IconName } from './bits.tsx';
import type { PageProps } from './page-props.ts';

type Role = Me['role'];
type PageComponent = ComponentType<PageProps> | LazyExoticComponent<ComponentType<PageProps>>;

export interface Page {
  /** As wouter reads it, below `/console`. */
  readonly path: string;
  /** Texts of its own beside the console's: `console-<texts>.ftl`, loaded with the page. */
  readonly texts?: string;
  readonly component: PageComponent;
}

export interface Place {
  readonly to: string;
  readonly icon: IconName;
  /** Its word in the menu, in `console.ftl`. */
  readonly word: string;
  readonly roles: readonly Role[];
}

export interface Area {
  /** The heading over its places, in `console.ftl`; none for the first. */
  readonly heading?: string;
  readonly places: readonly Place[];
  readonly pages: readonly Page[];
}

export const EVERYBODY: readonly Role[] = ['officer', 'supervisor', 'operator', 'monitor', 'auditor'];

/** A page that travels when it is first opened. */
export const page = (load: () => Promise<ComponentType<PageProps>>): PageComponent =>
  lazy(() => load().then((component) => ({ default: component })));
