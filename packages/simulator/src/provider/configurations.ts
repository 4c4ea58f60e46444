import type { ConfigureRequest } from "@pulumi/pulumi/proto/provider_pb";
import { fromStruct, type Properties, revealAll } from "../values";

/**
 * What each provider instance was configured with. The engine opens one connection for each instance, so the connection
 * tells instances of one package apart, and the variables' prefix tells packages apart.
 */
export class Configurations {
  private readonly byPeer = new Map<string, Map<string, Properties>>();

  set(peer: string, request: ConfigureRequest): void {
    const packages = this.byPeer.get(peer) ?? new Map<string, Properties>();
    this.byPeer.set(peer, packages);
    const args = revealAll(fromStruct(request.getArgs()));
    const prefixes = new Set<string>();
    request.getVariablesMap().forEach((value: string, name: string) => {
      const packageName = name.split(":")[0] ?? "";
      const key = name.slice(name.lastIndexOf(":") + 1);
      prefixes.add(packageName);
      packages.set(packageName, { ...packages.get(packageName), [key]: value });
    });
    for (const packageName of prefixes) packages.set(packageName, { ...packages.get(packageName), ...args });
    const named = (request.getType() ?? "").split(":").at(-1);
    if (named) packages.set(named, { ...packages.get(named), ...args });
  }

  of(peer: string, packageName: string): Properties {
    return this.byPeer.get(peer)?.get(packageName) ?? {};
  }
}
