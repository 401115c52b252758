import type { FastifyReply } from 'fastify';
import type { Language } from '../../kernel/language.ts';
import { elementsOf, toXml, type XmlContent, type XmlElement } from './xml.ts';

export type Format = 'json' | 'xml';
type Plain = string | number | boolean | null;
/** Flat records, and records with one nested record: all that GeoReport's lists hold. */
export type Item = Readonly<Record<string, Plain | Readonly<Record<string, Plain>>>>;

export interface Answer {
  readonly json: unknown;
  readonly xml: XmlElement;
  readonly status?: number;
}

/** The same answer in the format that the address asked for. */
export function send(
  reply: FastifyReply,
  format: Format,
  language: Language,
  { json, xml, status = 200 }: Answer,
): FastifyReply {
  return reply
    .code(status)
    .type(format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .serializer((body: unknown) => String(body))
    .send(format === 'xml' ? toXml(xml) : JSON.stringify(json));
}

/** A list of records: an array in JSON, `<services><service>…` in XML. */
export function listAnswer(root: string, element: string, items: readonly object[]): Answer {
  return { json: items, xml: [root, (items as readonly Item[]).map((item): XmlElement => [element, contentOf(item)])] };
}

const contentOf = (item: Item): XmlContent =>
  Object.entries(item).map(
    ([name, value]): XmlElement => [name, value !== null && typeof value === 'object' ? elementsOf(value) : value],
  );

export function errorAnswer(code: number, description: string): Answer {
  return { ...listAnswer('errors', 'error', [{ code, description }]), status: code };
}
