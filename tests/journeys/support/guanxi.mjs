// The real binary over a database of its own, on either engine, and requests to it.
import { spawn, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';

const root = path.resolve(import.meta.dirname, '../../..');
export const binary = process.env.GUANXI_TEST_BINARY ?? path.join(root, 'build/guanxi');

/** A new id, version 7, as a phone makes one. */
export function newId() {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

/** Both engines; PostgreSQL needs GUANXI_TEST_PG, and its absence is a failure, not a skip. */
export const engines = ['sqlite', 'postgres'];

function psql(sql) {
  const uri = process.env.GUANXI_TEST_PG;
  if (!uri) throw new Error('GUANXI_TEST_PG is not set: run bin/test');
  execFileSync('psql', ['-q', '-d', uri, '-c', sql]);
}

/** A database that is gone after `drop()`. */
export function newDatabase(engine) {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(path.join(tmpdir(), 'guanxi-journey-'));
    return { url: `sqlite:${folder}/guanxi.db`, drop: () => rmSync(folder, { recursive: true }) };
  }
  const name = `journey_${process.pid}_${Date.now()}`;
  psql(`CREATE DATABASE ${name}`);
  const uri = new URL(process.env.GUANXI_TEST_PG);
  uri.pathname = `/${name}`;
  return { url: uri.toString(), drop: () => psql(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Fills the database with the demo dealership, or with a larger one. */
export function fillDemo(database, ...larger) {
  execFileSync(binary, ['demo', '--database', database.url, ...larger]);
}

/** Starts the server and waits until it serves. */
export async function serve(database, port = 0, web = 'web/dist') {
  const process_ = spawn(binary, [
    ...['serve', '--database', database.url, '--port', String(port)],
    ...['--web', path.resolve(root, web)],
  ]);
  // A story that fails half-way leaves no server behind.
  process.once('exit', () => process_.kill('SIGKILL'));
  let text = '';
  process_.stdout.on('data', (piece) => (text += piece));
  process_.stderr.on('data', (piece) => process.stderr.write(piece));
  const gone = once(process_, 'exit');
  while (!/serves http/.test(text)) {
    if (process_.exitCode !== null) throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await new Promise((resolve) => setTimeout(resolve, 50)); // the set-up link follows on the next line
  return {
    address: text.match(/serves (http\S+)/)[1],
    setupLink: text.match(/(http\S+\/setup\?token=\S+)/)?.[1],
    async kill() {
      process_.kill('SIGKILL');
      await gone;
    },
    async stop() {
      process_.kill('SIGTERM');
      await gone;
    },
  };
}

/** Somebody who asks the API; the session is kept. */
export class Client {
  cookie = '';

  constructor(address) {
    this.address = address;
  }

  async ask(method, where, body, headers = {}) {
    const response = await fetch(`${this.address}/api/v1${where}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'guanxi',
        ...(this.cookie && { cookie: this.cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0];
    const text = await response.text();
    return { status: response.status, body: text && /json/.test(response.headers.get('content-type')) ? JSON.parse(text) : text };
  }

  /** Asks and insists on success. */
  async do(method, where, body, headers) {
    const answer = await this.ask(method, where, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${where}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** Sets an empty server up; gives the administrator's client and the first store. */
export async function setUp(server) {
  const admin = new Client(server.address);
  const me = await admin.do('POST', '/setup', {
    token: new URL(server.setupLink).searchParams.get('token'),
    group_name: '远景',
    store_name: '滨江店',
    store_code: 'HZ01',
    time_zone: 'Asia/Shanghai',
    currency: 'CNY',
    country: 'CN',
    name: '管理员',
    login: 'admin',
    password: 'long enough for all',
  });
  return { admin, store: me.stores[0] };
}

/** Adds a person who has changed the first password; gives a signed-in client. */
export async function join(server, admin, store, login, roles) {
  const id = newId();
  const made = await admin.do('POST', '/people', { id, name: login, login, roles, store_ids: [store.id] });
  const client = new Client(server.address);
  await client.do('POST', '/session', { login, password: made.first_password });
  await client.do('PUT', '/session/password', {
    current_password: made.first_password,
    new_password: 'another long one',
  });
  client.id = id;
  return client;
}
