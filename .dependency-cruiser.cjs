// Who may import whom. The rules in words: docs/ARCHITECTURE.md, "Who may import whom".
const rooms = [
  'people',
  'privacy',
  'similarity',
  'dispatch',
  'voices',
  'listening',
  'discussions',
  'proposals',
  'backlog',
];

/** A room imports only rooms before it; reports reads all. */
const oneWay = rooms.map((room, index) => ({
  name: `one-way-${room}`,
  comment: 'Rooms are ordered; going back needs an event (domain/events.ts, reactions.ts).',
  severity: 'error',
  from: { path: `^src/domain/${room}/` },
  to: { path: `^src/domain/(${[...rooms.slice(index + 1), 'reports'].join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'platform-alone',
      comment: 'Platform imports itself and npm.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'domain-knows-no-edge',
      comment: 'The business knows no Teams, no HTTP, no terminal.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/', pathNot: '^src/(domain|platform)/' },
    },
    {
      name: 'domain-knows-no-teams-or-http',
      comment: 'What speaks to somebody outside stands behind a port.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        path: '(^|node_modules/)(botbuilder[^/]*|botframework-[^/]*|@microsoft/|restify|undici)|^(node:)?https?$',
      },
    },
    {
      name: 'rooms-through-their-door',
      comment: "Another room's files are its own business: import its index.ts.",
      severity: 'error',
      from: { path: '^src/domain/([^/]+)/' },
      to: { path: '^src/domain/([^/]+)/', pathNot: ['^src/domain/$1/', '^src/domain/[^/]+/index\\.ts$'] },
    },
    {
      name: 'edges-through-the-door',
      comment: "Edges, commands and composition use a room's door.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/domain/' },
      to: { path: '^src/domain/[^/]+/', pathNot: '^src/domain/[^/]+/index\\.ts$' },
    },
    ...oneWay,
    {
      name: 'rules-are-pure',
      comment: 'Rules and cards have no I/O: they can be tested without anything.',
      severity: 'error',
      from: { path: '\\.(rules|card)\\.ts$' },
      to: {
        path: [
          '^src/platform/(db|queue|store|media|log)',
          '^(node:)?(fs|net|http|https|child_process|timers|os)(/|$)',
          '\\.store\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-stores-touch-prisma',
      comment: 'Queries stand in *.store.ts; transactions in platform/db.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.store\\.ts$', '^src/platform/db/'] },
      to: { path: ['^src/platform/db/generated/', 'node_modules/@prisma/'] },
    },
    {
      name: 'edges-apart',
      comment: 'Edges never import each other; server.ts mounts them.',
      severity: 'error',
      from: { path: '^src/edges/([^/]+)/' },
      to: { path: '^src/edges/', pathNot: '^src/edges/$1/' },
    },
    {
      name: 'web-knows-the-contract',
      comment: 'Of the server the pages know the contract alone.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: ['^src/web/', '^src/edges/http/contract(/|\\.ts$)'] },
    },
    {
      name: 'teams-in-one-folder',
      comment: 'Moving to another SDK is the work of one folder.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(edges/teams|web)/' },
      to: { path: 'node_modules/(botbuilder|botframework-|@microsoft/teams)' },
    },
    {
      name: 'not-to-test',
      comment: 'The product does not need its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle hides what depends on what.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/db/generated/' },
      to: { circular: true, viaOnly: { pathNot: '^src/platform/db/generated/' } },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/platform/db/generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
