import { CheckFailure } from "@pulumi/pulumi/proto/provider_pb";
import * as resources from "@pulumi/pulumi/proto/resource_pb";
import type { BuiltinProvider } from "../deploy/builtin";
import type { ProviderRegistry } from "../deploy/provider-registry";
import { isServiceError } from "../rpc/server";
import { packageOf } from "../state/urn";
import { fromStruct, toStruct } from "../values/struct";
import { convertMap, withoutOutputs, withoutReferences } from "../values/walk";
import type { ValueMap } from "../values/wire";
import type { DefaultProviders } from "./default-providers";
import type { Packages } from "./packages";
import type { Transforms } from "./transforms";

/** Runs the functions that programs call: look-ups such as `listStorageAccountKeys`. */
export class Invocation {
  constructor(
    private readonly transforms: Transforms,
    private readonly defaults: DefaultProviders,
    private readonly packages: Packages,
    private readonly registry: ProviderRegistry,
    private readonly builtin: BuiltinProvider,
    private readonly preview: boolean,
  ) {}

  async invoke(request: resources.ResourceInvokeRequest): Promise<resources.ResourceInvokeResponse> {
    const token = request.getTok();
    const sent = new resources.TransformInvokeOptions()
      .setProvider(request.getProvider())
      .setVersion(request.getVersion())
      .setPluginDownloadUrl(request.getPlugindownloadurl());
    const { args, options } = await this.transforms.applyToInvoke(token, fromStruct(request.getArgs()), sent);
    const response = new resources.ResourceInvokeResponse();
    const { result, failures } = await this.run(
      token,
      convertMap(args, withoutOutputs),
      options,
      request.getPackageref(),
    );
    response.setFailuresList(
      failures.map(({ property, reason }) => new CheckFailure().setProperty(property).setReason(reason)),
    );
    response.setUnknown(!this.preview && this.registry.echoes(token));
    const keepsReferences = request.getAcceptresources() || token === "pulumi:pulumi:getResource";
    return response.setReturn(toStruct(keepsReferences ? result : convertMap(result, withoutReferences)));
  }

  private async run(
    token: string,
    args: ValueMap,
    options: resources.TransformInvokeOptions,
    packageReference: string,
  ): Promise<{ result: ValueMap; failures: { property: string; reason: string }[] }> {
    const packageName = packageOf(token);
    const wanted = this.packages.request(
      packageReference,
      packageName,
      options.getVersion(),
      options.getPluginDownloadUrl(),
    );
    const explicit = options.getProvider().includes("::") ? options.getProvider() : undefined;
    const reference = explicit ?? (await this.defaults.reference(wanted, token));
    try {
      if (packageName === "pulumi") return { result: await this.builtin.invoke(token, args), failures: [] };
      const provider = this.registry.get(reference);
      if (!provider) throw new Error(`unknown provider '${reference}'`);
      return await provider.invoke(token, args, this.preview);
    } catch (error) {
      const reason = isServiceError(error) ? error.details : error instanceof Error ? error.message : String(error);
      throw new Error(`invocation of ${token} returned an error: ${reason}`);
    }
  }
}
