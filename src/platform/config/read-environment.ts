import { type Config, parseConfig } from './config.ts';

/** The only place that reads the process environment. A `.env` file in the working directory is read first. */
export function readEnvironment(): Config {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return parseConfig(process.env);
}
