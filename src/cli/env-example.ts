import { envExample } from '../platform/config/env-example.ts';
import type { Command } from './command.ts';

/** `env-example`: prints what `.env.example` must hold. */
export const envExampleCommand: Command = async (_args, { stdout }) => {
  stdout(envExample());
  return 0;
};
