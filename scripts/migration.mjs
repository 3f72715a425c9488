// Writes the next migration: what prisma/schema says beyond what prisma/migrations already builds.
// `prisma migrate dev` needs a native engine that Prisma downloads; this uses the same engine compiled to
// WebAssembly, from npm, so that it also works where only the npm registry can be reached.
//
//   npm run migration -- NAME   writes prisma/migrations/<time>_NAME/migration.sql
//   npm run migration           prints the difference; exit code 2 if there is one
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const schemaFolder = 'prisma/schema';
// pg_type.dat of PostgreSQL: oids of "char" and text.
const internalChar = 18;
const text = 25;
const noFilter = { externalTables: [], externalEnums: [] };

// The engine's panic hook looks for this global and throws without it.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };

/**
 * adapter-pg refuses PostgreSQL's internal type "char", which introspection selects; here it is read as
 * text and handed on as the single character that the engine expects.
 */
function readingInternalChar(factory) {
  return {
    ...factory,
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      const performIO = adapter.performIO.bind(adapter);
      const queryRaw = adapter.queryRaw.bind(adapter);
      const internalChars = new Set();
      adapter.performIO = async (query) => {
        const result = await performIO(query);
        for (const field of result.fields) {
          if (field.dataTypeID !== internalChar) continue;
          internalChars.add(field.name);
          field.dataTypeID = text;
        }
        return result;
      };
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query);
        result.columnNames.forEach((name, column) => {
          if (internalChars.has(name)) result.columnTypes[column] = ColumnTypeEnum.Character;
        });
        return result;
      };
      return adapter;
    },
  };
}

function schemaFiles() {
  return readdirSync(schemaFolder)
    .filter((file) => file.endsWith('.prisma'))
    .map((file) => ({
      path: join(schemaFolder, file),
      content: readFileSync(join(schemaFolder, file), 'utf8'),
    }));
}

/**
 * The SQL that brings the database at `url` to prisma/schema.
 * @param {string} url a database with all migrations applied
 * @returns {Promise<string>} SQL, empty when there is no difference
 */
export async function schemaDifference(url) {
  const { SchemaEngine } = await import('@prisma/schema-engine-wasm');
  const files = schemaFiles();
  const factory = readingInternalChar(new PrismaPg({ connectionString: url }));
  const engine = await SchemaEngine.new(
    { datamodels: files.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  const result = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '.' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: noFilter,
  });
  const sql = result.stdout ?? '';
  return sql.includes('This is an empty migration') ? '' : sql;
}

if (process.argv[1] === import.meta.filename) await main(process.argv[2]);

/** @param {string | undefined} name of the migration to write; undefined = only show the difference */
async function main(name) {
  const { startEmbeddedPostgres } = await import('../src/platform/db/embedded.ts');
  const { migrate } = await import('../src/platform/db/migrate.ts');
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-migration-'));
  const server = await startEmbeddedPostgres(folder, ['fsync=off']);
  try {
    await migrate(server.url);
    report(name, await schemaDifference(server.url));
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(name, sql) {
  if (!sql.trim()) return console.log('prisma/migrations builds what prisma/schema says: nothing to do.');
  if (!name) {
    console.log(sql);
    process.exitCode = 2;
    return;
  }
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join('prisma/migrations', `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `${sql.trim()}\n`);
  console.log(`${folder}/migration.sql — read it before you commit it`);
}
