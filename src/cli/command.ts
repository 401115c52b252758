export interface CommandIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** @returns the exit code. With `--json` exactly one JSON object goes to stdout. */
export type Command = (args: string[], io: CommandIo) => Promise<number>;
