/** Imports point one way. What a folder may import besides itself; types count too, save for `rules`, which take only types. */
const allowed = {
  entities: [],
  rules: ['entities', 'subscriptions'],
  subscriptions: ['entities'],
  resolvers: ['rules', 'entities', 'subscriptions'],
  schema: ['resolvers', 'entities', 'subscriptions'],
  jobs: ['resolvers', 'rules', 'entities'],
  client: [],
  web: ['client'],
};
const folders = [
  'schema',
  'resolvers',
  'rules',
  'entities',
  'subscriptions',
  'jobs',
  'server',
  'tests',
  'client',
  'web',
  'bench',
];
const product = `^(${Object.keys(allowed).join('|')}|server)/`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: product, pathNot: '\\.test\\.ts$|rules/testGame' },
      to: { path: '^tests/' },
    },
    {
      name: 'rules-take-only-types',
      severity: 'error',
      from: { path: '^rules/', pathNot: '\\.test\\.ts$|rules/testGame' },
      to: { pathNot: '^rules/', dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(allowed).map(([folder, others]) => ({
      name: `direction-${folder}`,
      severity: 'error',
      from: { path: `^${folder}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^(${folders.filter((other) => other !== folder && !others.includes(other)).join('|')})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules|^tests/gql/|^web/(gql|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
