// A push service with one browser subscribed to it: it checks who sends (RFC 8292) and opens what it is given (RFC 8291).
import assert from 'node:assert/strict';
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const bytes = (text) => Buffer.from(text, 'base64url');
const derive = (secret, salt, purpose, size) => Buffer.from(hkdfSync('sha256', secret, salt, purpose, size));

/** The sender's point, once its token holds for this service. */
function senderOf(authorization, origin) {
  const [, token, point] = authorization.match(/^vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]+)$/);
  const [head, claims, signature] = token.split('.');
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: bytes(point).subarray(1, 33).toString('base64url'),
      y: bytes(point).subarray(33).toString('base64url'),
    },
  });
  const signed = Buffer.from(`${head}.${claims}`);
  assert.ok(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes(signature)), 'a forged token');
  const { aud, exp } = JSON.parse(bytes(claims));
  assert.equal(aud, origin);
  const hours = exp / 3600 - Date.now() / 3_600_000;
  assert.ok(hours > 0 && hours <= 24, `a token for ${hours} hours`);
  return point;
}

function opened(body, browser, auth) {
  const salt = body.subarray(0, 16);
  const point = body.subarray(21, 86);
  assert.equal(body[20], 65);
  const shared = browser.computeSecret(point);
  const purpose = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), point]);
  const input = derive(shared, auth, purpose, 32);
  const key = derive(input, salt, 'Content-Encoding: aes128gcm\0', 16);
  const nonce = derive(input, salt, 'Content-Encoding: nonce\0', 12);
  const box = createDecipheriv('aes-128-gcm', key, nonce);
  box.setAuthTag(body.subarray(-16));
  const words = Buffer.concat([box.update(body.subarray(86, -16)), box.final()]);
  assert.equal(words.at(-1), 2, 'the last record ends with a 2');
  return JSON.parse(words.subarray(0, -1));
}

export async function openPushbox() {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const messages = [];
  let origin = '';
  const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    try {
      const from = senderOf(request.headers.authorization, origin);
      assert.equal(request.headers['content-encoding'], 'aes128gcm');
      assert.ok(Number(request.headers.ttl) > 0);
      messages.push({ path: request.url, from, ...opened(Buffer.concat(pieces), browser, auth) });
      response.writeHead(201).end();
    } catch (error) {
      messages.push({ path: request.url, error });
      response.writeHead(400).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
  return {
    messages,
    /** What a browser of that name tells when it has subscribed. */
    subscription: (name) => ({
      endpoint: `${origin}/send/${name}`,
      keys: { p256dh: browser.getPublicKey().toString('base64url'), auth: auth.toString('base64url') },
    }),
    /** The first message to that browser whose title fits, when it has come. */
    async message(name, title) {
      for (let i = 0; i < 200; i++) {
        const found = messages.find(({ path, error, title: told }) => {
          if (error) throw error;
          return path === `/send/${name}` && title.test(told);
        });
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`nothing like ${title} has come to ${name}`);
    },
    close: () => server.close(),
  };
}
