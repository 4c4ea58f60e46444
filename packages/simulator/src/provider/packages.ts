import { azureadTypes } from "../packages/azuread";
import { commandTypes } from "../packages/command";
import { dockerBuildTypes, dockerTypes } from "../packages/images";
import { kubernetesTypes } from "../packages/kubernetes";
import { LocalPackage } from "../packages/local-package";
import { randomTypes } from "../packages/random";
import { tlsTypes } from "../packages/tls";
import type { World } from "../world";
import { AzureProvider } from "./azure/azure-provider";
import type { PackageProvider } from "./package-provider";

/**
 * Packages to name when the real engine is told where their provider is. Any other package can be named as well: its
 * resources echo their inputs.
 */
export const providerPackages: readonly string[] = [
  "azure-native",
  "azuread",
  "command",
  "docker",
  "docker-build",
  "kubernetes",
  "random",
  "time",
  "tls",
];

/** Finds who answers for a token: simulated Azure, a package with real values, or an echo. */
export function packageProviders(world: World): (token: string) => PackageProvider {
  const azure = new AzureProvider(world);
  const local: Readonly<Record<string, PackageProvider>> = {
    random: new LocalPackage(world, randomTypes),
    tls: new LocalPackage(world, tlsTypes),
    azuread: new LocalPackage(world, azureadTypes),
    kubernetes: new LocalPackage(world, kubernetesTypes),
    docker: new LocalPackage(world, dockerTypes),
    "docker-build": new LocalPackage(world, dockerBuildTypes),
    command: new LocalPackage(world, commandTypes),
  };
  const echo = new LocalPackage(world, { resources: {}, functions: {} });
  return (token) => {
    const name = token.split(":")[0] ?? "";
    if (name.split("_")[0] === "azure-native") return azure;
    return local[name] ?? echo;
  };
}
