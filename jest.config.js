/** Tests import a package's sources, so they never see a stale build; what runs in a child process is built first. */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%",
  roots: ["<rootDir>/packages", "<rootDir>/policy-packs", "<rootDir>/examples", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  modulePathIgnorePatterns: ["/dist/"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2023" },
        module: { type: "commonjs" },
        sourceMaps: "inline",
      },
    ],
  },
  moduleNameMapper: {
    "^@ringfence/([a-z]+)$": "<rootDir>/packages/$1/src/index.ts",
    "^@ringfence/([a-z]+)/(.+)$": "<rootDir>/packages/$1/src/$2/index.ts",
  },
};
