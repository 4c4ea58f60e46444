/** Packages that are published as ES modules only, which jest loads once they are compiled. */
const modulesOnly = [
  "@octokit/.+",
  "before-after-hook",
  "commander",
  "content-type",
  "fast-content-type-parse",
  "hyparquet",
  "hyparquet-writer",
  "internmap",
  "json-with-bigint",
  "universal-user-agent",
];

const compile = [
  "@swc/jest",
  {
    jsc: { parser: { syntax: "typescript" }, target: "es2023" },
    module: { type: "commonjs" },
    sourceMaps: "inline",
  },
];

/** Tests import a package's sources, so they never see a stale build; what runs in a child process is built first. */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%",
  roots: ["<rootDir>/packages", "<rootDir>/policy-packs", "<rootDir>/examples", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  modulePathIgnorePatterns: ["/dist/"],
  transform: { "\\.[jt]s$": compile },
  transformIgnorePatterns: [
    `/node_modules/(?!(${modulesOnly.join("|")})/)`,
    "<rootDir>/(packages|policy-packs|examples)/[^/]+/dist/",
  ],
  moduleNameMapper: {
    "^d3-([a-z-]+)$": "<rootDir>/node_modules/d3-$1/dist/d3-$1.js",
    "^@ringfence/([a-z]+)$": "<rootDir>/packages/$1/src/index.ts",
    "^@ringfence/([a-z]+)/(.+)$": "<rootDir>/packages/$1/src/$2/index.ts",
  },
};
