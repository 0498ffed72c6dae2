// A mail server that keeps what it is given: no TLS, no signing in.
import { createServer } from 'node:net';
import { once } from 'node:events';

/** { to, id, subject, text } of a letter as it came. */
function read(to, raw) {
  const [head, ...rest] = raw.split('\n\n');
  const header = (name) => head.match(new RegExp(`^${name}: (.*(?:\n .*)*)`, 'im'))?.[1] ?? '';
  const words = header('subject').replace(/\?=\s+=\?/g, '?==?');
  const subject = words.replace(/=\?utf-8\?(b|q)\?(.*?)\?=/gi, (_, kind, text) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString()
      : Buffer.from(text.replace(/_/g, ' ').replace(/=(..)/g, '%$1').replace(/%(..)/g, (all, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString(),
  );
  return { to, id: header('message-id'), subject, text: Buffer.from(rest.join('\n\n'), 'base64').toString() };
}

export async function openMailbox() {
  const letters = [];
  const server = createServer((socket) => {
    let waiting = '';
    let letter = null;
    let to = '';
    const say = (line) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined); // whoever is killed hangs up
    socket.on('data', (piece) => {
      waiting += piece;
      for (let end; (end = waiting.indexOf('\r\n')) >= 0; ) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        if (letter !== null) {
          if (line !== '.') letter += `${line}\n`;
          else {
            letters.push(read(to, letter));
            letter = null;
            say('250 taken');
          }
        } else if (line === 'DATA') {
          letter = '';
          say('354 go on');
        } else {
          to = line.match(/^RCPT TO:<(.*)>/)?.[1] ?? to;
          say(line === 'QUIT' ? '221 bye' : '250 fine');
        }
      }
    });
    say('220 mailbox');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${server.address().port}`,
    letters,
    /** The first letter to somebody whose subject fits, when it has come. */
    async letter(to, subject) {
      for (let i = 0; i < 200; i++) {
        const found = letters.find((each) => each.to === to && subject.test(each.subject));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no letter to ${to}: ${JSON.stringify(letters)}`);
    },
    close: () => server.close(),
  };
}
