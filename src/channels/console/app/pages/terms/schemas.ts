import type { components } from '../../api-types.ts';

export type Schemas = components['schemas'];
