/** Packages that the simulated Azure speaks for when Pulumi's own CLI asks; `--provider` names more. */
export const simulatedPackages: readonly string[] = [
  "azure-native",
  "azuread",
  "random",
  "tls",
  "kubernetes",
  "docker",
  "command",
  "time",
];
