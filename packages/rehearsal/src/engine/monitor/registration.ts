import * as resources from "@pulumi/pulumi/proto/resource_pb";
import type { Deployment } from "../deploy/deployment";
import type { Goal, Registered } from "../deploy/goal";
import { withProviderVersion } from "../deploy/provider-registry";
import { aliasOf } from "../state/aliases";
import { isProviderType, packageOf } from "../state/urn";
import { withAssetHashes } from "../values/assets";
import { fromStruct, toStruct } from "../values/struct";
import {
  asOutput,
  containsUnknowns,
  convertMap,
  mapValues,
  outputDependencies,
  withoutOutputs,
  withoutReferences,
  withoutSecrets,
} from "../values/walk";
import type { Value, ValueMap } from "../values/wire";
import type { DefaultProviders } from "./default-providers";
import type { Packages } from "./packages";
import { correctedAliases, hookBinding, transformOptions } from "./resource-options";
import { timeoutsOf } from "./timeouts";
import type { Transforms } from "./transforms";

/** Takes the program's registrations: transforms, providers and dependencies first, then the deployment. */
export class Registration {
  /** The providers that components give to their children, by package. */
  private readonly componentProviders = new Map<string, Map<string, string>>();

  constructor(
    private readonly deployment: Deployment,
    private readonly transforms: Transforms,
    private readonly defaults: DefaultProviders,
    private readonly packages: Packages,
    private readonly programDirectory: string,
  ) {}

  async register(request: resources.RegisterResourceRequest): Promise<resources.RegisterResourceResponse> {
    const type = request.getType();
    const name = request.getName();
    const parent = request.getParent();
    const custom = request.getCustom();
    if (custom && type.split(":").length !== 3) throw new Error(`type '${type}' is not package:module:Name`);
    const provider = custom ? this.resolvedProvider(request, parent, packageOf(type)) : request.getProvider();
    const before = {
      inputs: withAssetHashes(fromStruct(request.getObject()), this.programDirectory) as ValueMap,
      options: transformOptions(request, provider).setAliasesList([]),
    };
    before.options.setAliasesList(correctedAliases(request, transformOptions(request, provider).getAliasesList()));
    const transforms = this.transforms.forResource(request.getTransformsList(), parent);
    const sent = transforms.length > 0 ? { ...before, inputs: withDependencies(request, before.inputs) } : before;
    const { inputs, options } = await this.transforms.apply(transforms, { type, name, custom, parent }, sent);
    const dependencies =
      transforms.length > 0 ? dependenciesAfterTransforms(options, inputs) : dependenciesAsSent(request, inputs);
    const goal = await this.goal(request, convertMap(inputs, withoutOutputs), options, dependencies);
    const registered = await this.deployment.register(goal);
    if (registered.failed && !request.getSupportsresultreporting()) throw new Error("resource registration failed");
    if (!registered.failed) {
      this.transforms.remember(registered.urn, parent, request.getTransformsList());
      if (!custom) this.componentProviders.set(registered.urn, this.childProviders(options, parent));
    }
    return respond(request, request.getRemote() ? this.echoed(type, registered, goal.inputs) : registered);
  }

  /** A component that its package builds in a process of its own: it says what it was told, and has no children. */
  private echoed(type: string, registered: Registered, inputs: ValueMap): Registered {
    if (registered.failed) return registered;
    this.deployment.note(`${type} is built by its package's own process: its children are not part of this rehearsal.`);
    this.deployment.registerOutputs(registered.urn, inputs);
    return { ...registered, outputs: inputs };
  }

  private async goal(
    request: resources.RegisterResourceRequest,
    inputs: ValueMap,
    options: resources.TransformResourceOptions,
    dependencies: Pick<Goal, "dependencies" | "propertyDependencies">,
  ): Promise<Goal> {
    const type = request.getType();
    const custom = request.getCustom();
    const explicit = isProviderType(type);
    const trigger = options.getReplacementTrigger();
    return {
      type,
      name: request.getName(),
      custom,
      inputs: explicit ? this.providerInputs(inputs, options, packageOf(type)) : inputs,
      parent: request.getParent(),
      ...(options.hasProtect() ? { protect: options.getProtect() } : {}),
      ...dependencies,
      provider: custom && !explicit ? await this.providerReference(request, options) : "",
      aliases: options.getAliasesList().map(aliasOf),
      additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
      ignoreChanges: options.getIgnoreChangesList(),
      replaceOnChanges: options.getReplaceOnChangesList(),
      ...(options.hasDeleteBeforeReplace() ? { deleteBeforeReplace: options.getDeleteBeforeReplace() } : {}),
      customTimeouts: timeoutsOf(options.getCustomTimeouts()),
      ...(options.hasRetainOnDelete() ? { retainOnDelete: options.getRetainOnDelete() } : {}),
      deletedWith: options.getDeletedWith(),
      importId: options.getImport(),
      replaceWith: options.getReplaceWithList(),
      ...(trigger ? { replacementTrigger: withoutOutputs(trigger.toJavaScript() as Value) } : {}),
      hooks: hookBinding(options.getHooks()),
    };
  }

  /** An explicit provider that asks for no version gets the one that a default provider would. */
  private providerInputs(inputs: ValueMap, options: resources.TransformResourceOptions, packageName: string): ValueMap {
    const url = options.getPluginDownloadUrl();
    const version = options.getVersion() || (url === "" ? this.packages.version(packageName) : "");
    return withProviderVersion(inputs, version, url);
  }

  private async providerReference(
    request: resources.RegisterResourceRequest,
    options: resources.TransformResourceOptions,
  ): Promise<string> {
    if (options.getProvider().includes("::")) return options.getProvider();
    const wanted = this.packages.request(
      request.getPackageref(),
      packageOf(request.getType()),
      options.getVersion(),
      options.getPluginDownloadUrl(),
    );
    return this.defaults.reference(wanted, request.getType());
  }

  /** The provider that the resource names, one of its `providers`, or what its parent component gives. */
  private resolvedProvider(request: resources.RegisterResourceRequest, parent: string, packageName: string): string {
    return (
      request.getProvider() ||
      request.getProvidersMap().get(packageName) ||
      this.componentProviders.get(parent)?.get(packageName) ||
      ""
    );
  }

  private childProviders(options: resources.TransformResourceOptions, parent: string): Map<string, string> {
    return new Map([...(this.componentProviders.get(parent) ?? []), ...options.getProvidersMap().entries()]);
  }
}

/** For transforms, every value says what it depends on. */
function withDependencies(request: resources.RegisterResourceRequest, inputs: ValueMap): ValueMap {
  const { propertyDependencies } = dependenciesAsSent(request, inputs);
  return mapValues(inputs, (value, key) => {
    const urns = propertyDependencies[key] ?? [];
    return urns.length > 0 ? asOutput(value, urns) : value;
  });
}

function dependenciesAsSent(
  request: resources.RegisterResourceRequest,
  inputs: ValueMap,
): Pick<Goal, "dependencies" | "propertyDependencies"> {
  const dependencies = [...new Set(request.getDependenciesList())];
  const sent = new Map(
    [...request.getPropertydependenciesMap().entries()].map(([key, urns]) => [key, urns.getUrnsList()]),
  );
  const all = sent.size === 0 ? dependencies : [];
  const keys = new Set([...sent.keys(), ...Object.keys(inputs)]);
  const propertyDependencies = Object.fromEntries(
    [...keys].map((key) => [key, [...outputDependencies(inputs[key], new Set(sent.get(key) ?? all))]]),
  );
  return { dependencies, propertyDependencies };
}

function dependenciesAfterTransforms(
  options: resources.TransformResourceOptions,
  inputs: ValueMap,
): Pick<Goal, "dependencies" | "propertyDependencies"> {
  const propertyDependencies = mapOf(inputs, (key) => [...outputDependencies(inputs[key])]);
  const dependencies = new Set([...options.getDependsOnList(), ...Object.values(propertyDependencies).flat()]);
  return { dependencies: [...dependencies], propertyDependencies };
}

function mapOf<T>(map: ValueMap, value: (key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(map).map((key) => [key, value(key)]));
}

/** A component's outputs, where its package did not build it, are those that the program registers later. */
function respond(
  request: resources.RegisterResourceRequest,
  { urn, id, outputs, failed, partial }: Registered,
): resources.RegisterResourceResponse {
  const response = new resources.RegisterResourceResponse().setUrn(urn).setId(id);
  response.setResult(failed ? resources.Result.FAIL : resources.Result.SUCCESS).setUnknown(partial);
  const known = request.getSupportspartialvalues()
    ? outputs
    : Object.fromEntries(Object.entries(outputs).filter(([, value]) => !containsUnknowns(value)));
  const returned = (request.getCustom() || request.getRemote()) && !failed ? known : {};
  return response.setObject(
    toStruct(
      convertMap(
        returned,
        ...(request.getAcceptsecrets() ? [] : [withoutSecrets]),
        ...(request.getAcceptresources() ? [] : [withoutReferences]),
      ),
    ),
  );
}
