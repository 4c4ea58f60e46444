import type { Deployment } from "../deploy/deployment";
import { type BasePlugin, withProviderVersion } from "../deploy/provider-registry";
import type { StackConfig } from "../project/config";
import { providerType } from "../state/urn";
import { secret, type ValueMap } from "../values/wire";

/** Which provider a resource or function wants that names none. */
export interface ProviderRequest {
  packageName: string;
  version: string;
  pluginDownloadUrl: string;
  /** For a package that another provider makes from a parameter, such as one API version of azure-native. */
  base?: BasePlugin;
}

/** The providers that are registered because something needs them: one for each package, version and plugin address. */
export class DefaultProviders {
  private readonly references = new Map<string, Promise<string>>();

  constructor(
    private readonly deployment: Deployment,
    private readonly config: StackConfig,
  ) {}

  /** The reference of the default provider, which is registered at the first request. `what` names who asks. */
  reference(request: ProviderRequest, what: string): Promise<string> {
    if (this.isDenied(request.packageName))
      throw new Error(
        `Default provider for '${request.packageName}' disabled. '${what}' must use an explicit provider.`,
      );
    const name = defaultName(request);
    const key = `${request.packageName}:${name}`;
    const known = this.references.get(key);
    if (known) return known;
    const reference = this.register(request, name);
    this.references.set(key, reference);
    return reference;
  }

  private async register(
    { packageName, version, pluginDownloadUrl, base }: ProviderRequest,
    name: string,
  ): Promise<string> {
    const { urn, id, failed } = await this.deployment.register({
      type: providerType(packageName),
      name,
      custom: true,
      inputs: withProviderVersion(this.packageConfig(packageName), version, pluginDownloadUrl, base),
      parent: "",
      dependencies: [],
      propertyDependencies: {},
      provider: "",
      aliases: [],
      additionalSecretOutputs: [],
      ignoreChanges: [],
      replaceOnChanges: [],
      customTimeouts: { create: 0, update: 0, delete: 0 },
      deletedWith: "",
      importId: "",
      replaceWith: [],
      hooks: {},
    });
    if (failed) throw new Error(`the default provider of package ${packageName} could not be registered`);
    return `${urn}::${id}`;
  }

  /** The stack's configuration under the package's namespace. */
  private packageConfig(packageName: string): ValueMap {
    const prefix = `${packageName}:`;
    return Object.fromEntries(
      Object.entries(this.config.values)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [
          key.slice(prefix.length),
          this.config.secretKeys.includes(key) ? secret(value) : value,
        ]),
    );
  }

  private isDenied(packageName: string): boolean {
    const denied = this.config.values["pulumi:disable-default-providers"];
    if (packageName === "pulumi" || !denied) return false;
    const names: unknown = JSON.parse(denied);
    return Array.isArray(names) && names.some((name) => name === "*" || String(name).trim() === packageName);
  }
}

/** `default_3_28_0`: the version, and the plugin's address where one is given, as far as a URN's name takes them. */
function defaultName({ version, pluginDownloadUrl }: ProviderRequest): string {
  return ["default", version, pluginDownloadUrl]
    .filter((part) => part !== "")
    .join("_")
    .replaceAll(/[^A-Za-z0-9_]/g, "_");
}
