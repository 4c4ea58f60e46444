import { type Checked, Provider } from "../providers/provider";
import type { ResourceState } from "../state/resource-state";
import { packageOf } from "../state/urn";
import { containsUnknowns } from "../values/walk";
import { isMap, UNKNOWN, type ValueMap } from "../values/wire";
import { uuidOf } from "./identifier";

/** The key under which the engine keeps what is its own in a provider's inputs. */
const INTERNAL = "__internal";

/** Starts a provider process, or connects to one that runs, and says where it listens. */
export interface ProviderHost {
  /** The address of a provider of its own for one provider resource. */
  start(packageName: string): Promise<string>;
  /** Whether a type or function only repeats what it is told, so that whatever else it would say is unknown. */
  echoes(token: string): boolean;
}

/** The providers of one pass, by reference. A provider resource is checked, then configured, then used. */
export class ProviderRegistry {
  private readonly unconfigured = new Map<string, Provider>();
  private readonly configured = new Map<string, Provider>();

  constructor(
    private readonly host: ProviderHost,
    private readonly engineAddress: () => string,
    private readonly preview: boolean,
  ) {}

  get(reference: string): Provider | undefined {
    return this.configured.get(reference);
  }

  echoes(token: string): boolean {
    return this.host.echoes(token);
  }

  /** Starts the provider of a provider resource and has it check its configuration. */
  async check(urn: string, type: string, name: string, inputs: ValueMap): Promise<Checked> {
    const provider = new Provider(await this.host.start(packageOf(type)));
    await provider.handshake(this.engineAddress());
    const { [INTERNAL]: internal, ...configuration } = inputs;
    if (isMap(internal) && typeof internal.parameterization === "string")
      await provider.parameterize(
        packageOf(type),
        String(inputs.version ?? ""),
        Buffer.from(internal.parameterization, "base64"),
      );
    const checked = await provider.checkConfig({ urn, type, name }, configuration);
    this.unconfigured.set(urn, provider);
    return internal === undefined ? checked : { ...checked, inputs: { ...checked.inputs, [INTERNAL]: internal } };
  }

  /** Configures a checked provider and makes it available under its reference. A preview's has no id yet. */
  async configure(state: ResourceState, old: ResourceState | undefined): Promise<{ id: string; outputs: ValueMap }> {
    const provider = this.unconfigured.get(state.urn);
    if (!provider) throw new Error(`provider ${state.urn} was not checked before it was configured`);
    const { [INTERNAL]: _internal, ...configuration } = state.inputs;
    await provider.configure(state, configuration, !containsUnknowns(configuration));
    const id = providerId(state, old, this.preview);
    this.configured.set(`${state.urn}::${id}`, provider);
    for (const alias of state.aliases) this.configured.set(`${alias}::${id}`, provider);
    return { id, outputs: configuration };
  }

  close(): void {
    for (const provider of new Set([...this.unconfigured.values(), ...this.configured.values()])) provider.close();
  }
}

/** The plugin behind a package that is made from a parameter, and the parameter in base64. */
export interface BasePlugin {
  name: string;
  version: string;
  parameterization: string;
}

/** A provider's inputs with its version, and what else the engine writes there for itself. */
export function withProviderVersion(
  inputs: ValueMap,
  version: string,
  pluginDownloadUrl: string,
  base?: BasePlugin,
): ValueMap {
  if (version === "" && pluginDownloadUrl === "") return inputs;
  const url: ValueMap = pluginDownloadUrl === "" ? {} : { pluginDownloadURL: pluginDownloadUrl };
  return { ...inputs, [INTERNAL]: { ...url, ...base }, ...(version === "" ? {} : { version }) };
}

/** A provider's id, by which references name it: random in the real engine, unknown while it is not created. */
export function providerId(state: ResourceState, old: ResourceState | undefined, preview: boolean): string {
  if (old && old.id !== "") return old.id;
  return preview ? UNKNOWN : uuidOf(state.urn);
}
