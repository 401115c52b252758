import { type AddressInfo, createServer, type Socket } from 'node:net';

interface Kept {
  readonly uid: number;
  readonly source: Buffer;
  seen: boolean;
}

/** As much of an IMAP server (RFC 3501) as a client needs that reads a mailbox and marks what it read. */
export async function startImapServer() {
  const letters: Kept[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let refuses = 0;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n');
    let rest = '';
    let waiting: string | null = null;
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (waiting !== null) {
          socket.write(`${waiting} OK authenticated\r\n`);
          waiting = null;
        } else waiting = answer(socket, line);
      }
    });
  });

  /** @returns the tag of a command that waits for another line. */
  function answer(socket: Socket, line: string): string | null {
    const [tag = '', verb = '', ...words] = line.split(' ');
    const command = verb.toUpperCase() === 'UID' ? `UID ${(words.shift() ?? '').toUpperCase()}` : verb.toUpperCase();
    commands.push(command);
    const say = (text: string): boolean => socket.write(`${text}\r\n`);
    switch (command) {
      case 'CAPABILITY':
        say('* CAPABILITY IMAP4rev1 AUTH=PLAIN');
        break;
      case 'AUTHENTICATE':
        if (words.length < 2) {
          say('+ ');
          return tag;
        }
        break;
      case 'LIST':
        say('* LIST () "/" INBOX');
        break;
      case 'SELECT':
        say(`* ${letters.length} EXISTS`);
        say('* FLAGS (\\Seen \\Deleted)');
        say('* OK [UIDVALIDITY 1] valid');
        say(`* OK [UIDNEXT ${letters.length + 1}] next`);
        break;
      case 'UID SEARCH':
        say(`* SEARCH ${letters.flatMap(({ uid, seen }) => (seen ? [] : uid)).join(' ')}`.trimEnd());
        break;
      case 'UID FETCH': {
        if (refuses > 0) {
          refuses -= 1;
          socket.destroy();
          return null;
        }
        const letter = letters.find(({ uid }) => uid === Number(words[0]));
        if (letter) {
          const { uid, source } = letter;
          socket.write(`* ${uid} FETCH (UID ${uid} RFC822.SIZE ${source.length} BODY[] {${source.length}}\r\n`);
          socket.write(source);
          say(')');
        }
        break;
      }
      case 'UID STORE': {
        const letter = letters.find(({ uid }) => uid === Number(words[0]));
        if (letter) letter.seen = true;
        break;
      }
      case 'LOGOUT':
        say('* BYE');
        say(`${tag} OK done`);
        socket.end();
        return null;
      default:
        break;
    }
    say(`${tag} OK done`);
    return null;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `imap://dauys:secret@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
    letters,
    commands,
    put(source: string): void {
      letters.push({ uid: letters.length + 1, source: Buffer.from(source), seen: false });
    },
    /** Drops the connection in the middle of the next fetches. */
    dropNextFetches(times: number): void {
      refuses = times;
    },
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type ImapServer = Awaited<ReturnType<typeof startImapServer>>;
