import * as resources from "@pulumi/pulumi/proto/resource_pb";
import type { Deployment } from "../deploy/deployment";
import { isServiceError } from "../rpc/server";
import { packageOf } from "../state/urn";
import { fromStruct, toStruct } from "../values/struct";
import { convertMap, withoutOutputs, withoutReferences, withoutSecrets } from "../values/walk";
import type { DefaultProviders } from "./default-providers";
import type { Packages } from "./packages";

/** Reads resources for programs that look them up by id (`.get`), and stack references. */
export async function readResource(
  request: resources.ReadResourceRequest,
  deployment: Deployment,
  defaults: DefaultProviders,
  packages: Packages,
): Promise<resources.ReadResourceResponse> {
  const type = request.getType();
  const wanted = packages.request(
    request.getPackageref(),
    packageOf(type),
    request.getVersion(),
    request.getPlugindownloadurl(),
  );
  const provider = request.getProvider().includes("::")
    ? request.getProvider()
    : await defaults.reference(wanted, type);
  const goal = {
    type,
    name: request.getName(),
    id: request.getId(),
    parent: request.getParent(),
    inputs: convertMap(fromStruct(request.getProperties()), withoutOutputs),
    dependencies: request.getDependenciesList(),
    provider,
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
  };
  try {
    const { urn, outputs } = await deployment.read(goal);
    const converted = convertMap(
      outputs,
      ...(request.getAcceptsecrets() ? [] : [withoutSecrets]),
      ...(request.getAcceptresources() ? [] : [withoutReferences]),
    );
    return new resources.ReadResourceResponse().setUrn(urn).setProperties(toStruct(converted));
  } catch (error) {
    throw isServiceError(error) ? new Error(error.details) : error;
  }
}
