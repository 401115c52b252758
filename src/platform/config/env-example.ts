import { VARIABLES } from './config.ts';

/** The text of `.env.example`: one commented line per variable, with its default. */
export function envExample(): string {
  const lines = [
    '# Copy to .env and fill in what you need. Everything is optional: with nothing set the simulator runs.',
  ];
  for (const [capability, variables] of Object.entries(VARIABLES)) {
    lines.push('', `# ${capability}`);
    for (const [name, schema] of Object.entries(variables)) {
      const fallback = schema.safeParse(undefined);
      const value = fallback.success && fallback.data !== undefined ? [fallback.data].flat().join(',') : '';
      lines.push(`# ${schema.description}`, `#${name}=${value}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
