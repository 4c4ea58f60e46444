import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as resources from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { BuiltinProvider } from "../deploy/builtin";
import type { Deployment } from "../deploy/deployment";
import type { ResourceHooks } from "../deploy/hooks";
import type { ProviderRegistry } from "../deploy/provider-registry";
import type { StackIdentity } from "../program/node-host";
import { installedVersion } from "../program/required-packages";
import { answer, type LoopbackServer, serveOnLoopback } from "../rpc/server";
import { fromStruct } from "../values/struct";
import { convertMap, withoutOutputs } from "../values/walk";
import type { Callbacks } from "./callbacks";
import { DefaultProviders } from "./default-providers";
import { supportedFeatures, supports } from "./features";
import { Invocation } from "./invocation";
import { Packages } from "./packages";
import { readResource } from "./reading";
import { Registration } from "./registration";
import type { Sources } from "./sources";
import { Transforms } from "./transforms";

/** What the resource monitor stands between. */
export interface MonitorParts {
  identity: StackIdentity;
  deployment: Deployment;
  registry: ProviderRegistry;
  builtin: BuiltinProvider;
  callbacks: Callbacks;
  hooks: ResourceHooks;
  programDirectory: string;
  /** Learns where the program declares what it registers. */
  sources: Sources;
  /** Called when the program has registered everything; the program waits until the promise resolves. */
  onProgramDone: () => Promise<void>;
}

/** Serves Pulumi's ResourceMonitor to one program. */
export async function serveMonitor(parts: MonitorParts): Promise<LoopbackServer> {
  const { identity, deployment, registry, builtin, callbacks, hooks } = parts;
  const transforms = new Transforms(callbacks);
  const defaults = new DefaultProviders(deployment, identity.config);
  const packages = new Packages((name) => installedVersion(parts.programDirectory, name));
  const registration = new Registration(deployment, transforms, defaults, packages, parts.programDirectory);
  const invocation = new Invocation(transforms, defaults, packages, registry, builtin, identity.preview);
  const service = {
    getDeploymentInfo: answer(async () => deploymentInfo(identity)),
    supportsFeature: answer(async (request: resources.SupportsFeatureRequest) =>
      new resources.SupportsFeatureResponse().setHassupport(supports(request.getId())),
    ),
    registerResource: answer(async (request: resources.RegisterResourceRequest) => {
      const response = await registration.register(request);
      parts.sources.remember(response.getUrn(), request);
      return response;
    }),
    registerResourceOutputs: answer(async (request: resources.RegisterResourceOutputsRequest) => {
      deployment.registerOutputs(request.getUrn(), convertMap(fromStruct(request.getOutputs()), withoutOutputs));
      return new Empty();
    }),
    readResource: answer(async (request: resources.ReadResourceRequest) => {
      const response = await readResource(request, deployment, defaults, packages);
      parts.sources.remember(response.getUrn(), request);
      return response;
    }),
    invoke: answer((request: resources.ResourceInvokeRequest) => invocation.invoke(request)),
    call: answer(async (request: resources.ResourceCallRequest): Promise<never> => {
      throw new Error(`${request.getTok()}: methods of remote components cannot be rehearsed`);
    }),
    registerStackTransform: answer(async (callback: Parameters<Transforms["addToStack"]>[0]) => {
      transforms.addToStack(callback);
      return new Empty();
    }),
    registerStackInvokeTransform: answer(async (callback: Parameters<Transforms["addToInvokes"]>[0]) => {
      transforms.addToInvokes(callback);
      return new Empty();
    }),
    registerResourceHook: answer(async (request: resources.RegisterResourceHookRequest) => {
      hooks.register(request);
      return new Empty();
    }),
    registerErrorHook: answer(async (request: resources.RegisterErrorHookRequest) => {
      hooks.registerErrorHook(request);
      return new Empty();
    }),
    registerPackage: answer(async (request: resources.RegisterPackageRequest) =>
      new resources.RegisterPackageResponse().setRef(packages.register(request)),
    ),
    signalAndWaitForShutdown: answer(async () => {
      await parts.onProgramDone();
      return new Empty();
    }),
  };
  return serveOnLoopback((server) =>
    server.addService(ResourceMonitorService, service as unknown as UntypedServiceImplementation),
  );
}

function deploymentInfo({ project, stack, organization, preview, config }: StackIdentity): resources.DeploymentInfo {
  const info = new resources.DeploymentInfo().setProject(project).setStack(stack).setOrganization(organization);
  info
    .setDryrun(preview)
    .setConfigsecretkeysList(config.secretKeys)
    .setSupportedfeaturesList([...supportedFeatures]);
  for (const [key, value] of Object.entries(config.values)) info.getConfigMap().set(key, value);
  return info;
}
