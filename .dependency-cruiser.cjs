/**
 * The arrows between the rooms of the house: core imports nothing of ours, components, rules and jobs import only core,
 * rehearsal imports core and the simulator, and none of the components. No circles anywhere.
 */
const packages = {
  core: [],
  azure: ["core"],
  policies: ["core"],
  operations: ["core"],
  simulator: [],
  rehearsal: ["core", "simulator"],
};

const ours = "^(packages|policy-packs|examples|test)/";

const arrows = Object.entries(packages).map(([name, allowed]) => ({
  name: `${name}-imports-${allowed.length === 0 ? "nothing-of-ours" : `only-${allowed.join("-and-")}`}`,
  severity: "error",
  from: { path: `^packages/${name}/src/` },
  to: { path: ours, pathNot: [name, ...allowed].map((target) => `^packages/${target}/`) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "imports-resolve", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "core-is-pure",
      comment: "The words of the domain know neither Pulumi nor Azure's SDKs.",
      severity: "error",
      from: { path: "^packages/core/src/" },
      to: { path: "node_modules/(@pulumi|@azure|@grpc)/" },
    },
    {
      name: "no-azure-native-root",
      comment: "Import a submodule: the root costs seconds and hundreds of megabytes to compile.",
      severity: "error",
      from: { path: "^(packages|policy-packs|examples)/[^/]+/src/" },
      to: { path: "node_modules/@pulumi/azure-native/index\\." },
    },
    {
      name: "packages-do-not-import-their-users",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^(policy-packs|examples)/" },
    },
    ...arrows,
  ],
  options: {
    doNotFollow: { path: "node_modules|/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "require", "node", "default"],
    },
  },
};
