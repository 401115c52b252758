import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const JURISDICTIONS = fileURLToPath(new URL('../../jurisdictions/', import.meta.url));

const BudgetRules = z.strictObject({
  /** ISO 4217: what the budgets of this country are counted in. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type BudgetRules = z.infer<typeof BudgetRules>;

/** `jurisdictions/<code>/petitions/budgets.json`; null where a country has none. */
export function loadBudgetRules(code: string, root: string = JURISDICTIONS): BudgetRules | null {
  const file = join(root, code, 'petitions', 'budgets.json');
  return existsSync(file) ? BudgetRules.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
