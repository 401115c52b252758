export { cleanText } from './clean-text.ts';
export { normalisePhone, PrivacyRules, parseNationalId } from './identifiers.ts';
export { createMask, type Mask, type Masking } from './mask.ts';
export { createSealing, type Sealing } from './sealing.ts';
