import * as pulumi from "@pulumi/pulumi";
import { azureAnswers, azureOutputs } from "./azure-outputs";

/** A resource as it was registered: what the engine would have been told. */
export interface RecordedResource {
  urn: string;
  type: string;
  name: string;
  custom: boolean;
  /** The parent's URN; the stack's for a resource that names none. */
  parent: string;
  inputs: Record<string, unknown>;
  /** URNs of what it waits for, by the inputs that refer to them or by `dependsOn`. */
  dependencies: string[];
  protect: boolean;
  deleteBeforeReplace: boolean;
  retainOnDelete: boolean;
  ignoreChanges: string[];
  aliases: string[];
  /** The provider's reference, where one was given or inherited. */
  provider: string;
  /** What a component registered as its outputs; undefined where it registered none. */
  registeredOutputs?: Record<string, unknown>;
}

/** What one run of a program registered, in order, and what it put out. */
export interface Recording<Outputs> {
  /** Everything but the stack itself. */
  resources: RecordedResource[];
  /** What the program returned, with all outputs resolved; secrets are opened. */
  outputs: pulumi.Unwrap<Outputs>;
  /** The stack's outputs as the engine keeps them, secrets still wrapped. */
  stackOutputs: Record<string, unknown>;
}

export interface RecordingOptions {
  /** Ids and server-made outputs stay unknown, as in `pulumi preview`. */
  preview?: boolean;
  project?: string;
  stack?: string;
  /** Answers in place of Azure: outputs of a resource beyond its inputs. `azureOutputs` unless stated. */
  outputs?: (resource: pulumi.runtime.MockResourceArgs) => Record<string, unknown>;
  /** Answers to invokes; `azureAnswers` unless stated. */
  call?: (call: pulumi.runtime.MockCallArgs) => Record<string, unknown>;
}

const SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000000";

/**
 * Runs a program against Pulumi's mocks and records what it registers: inputs, but also parents, dependencies and
 * options, which Pulumi's own mocks do not show. Waits until everything has been registered; rejects with what the
 * program throws. One run at a time.
 */
export async function recordResources<Outputs>(
  program: () => Outputs | Promise<Outputs>,
  options: RecordingOptions = {},
): Promise<Recording<Outputs>> {
  const { preview = false, project = "claims", stack = "prod", outputs = azureOutputs, call = azureAnswers } = options;
  const inputsOf = new Map<string, Record<string, unknown>>();
  await pulumi.runtime.setMocks(
    {
      newResource: (args) => {
        inputsOf.set(`${args.type}::${args.name}`, args.inputs);
        const id = args.id || `${SUBSCRIPTION}/${args.type}/${args.name}`;
        if (preview && args.type !== "pulumi:pulumi:StackReference") return { id: undefined, state: args.inputs };
        return { id: args.custom ? id : undefined, state: { ...args.inputs, ...outputs(args) } };
      },
      call,
    },
    project,
    stack,
    preview,
  );
  const registrations = watchRegistrations();
  let failure: unknown;
  const outcome = await pulumi.runtime.runInPulumiStack(async () => {
    try {
      return { program: (await program()) ?? {} };
    } catch (error) {
      failure = error;
      return { program: {} };
    }
  });
  await pulumi.runtime.disconnect();
  if (failure !== undefined) throw failure;
  const [root, ...resources] = registrations.resources.map((resource) => ({
    ...resource,
    inputs: inputsOf.get(`${resource.type}::${resource.name}`) ?? {},
    registeredOutputs: registrations.outputs.get(resource.urn),
  }));
  const stackOutputs = (root && registrations.outputs.get(root.urn)) as
    | { program?: Record<string, unknown> }
    | undefined;
  return {
    resources,
    outputs: (await resolved(outcome)).program as pulumi.Unwrap<Outputs>,
    stackOutputs: stackOutputs?.program ?? {},
  };
}

function resolved(outputs: pulumi.Inputs | undefined): Promise<Record<string, unknown>> {
  return new Promise((resolve) => void pulumi.output(outputs ?? {}).apply(resolve));
}

/** The requests of a registration that tests care about; `@pulumi/pulumi/proto/resource.proto`. */
interface RegisterRequest {
  getType(): string;
  getName(): string;
  getCustom(): boolean;
  getParent(): string;
  getProtect(): boolean;
  getDeletebeforereplace(): boolean;
  getRetainondelete(): boolean;
  getIgnorechangesList(): string[];
  getProvider(): string;
  getDependenciesList(): string[];
  getAliasurnsList(): string[];
  getAliasesList(): { getSpec(): { getName(): string } | undefined; getUrn(): string }[];
}

interface OutputsRequest {
  getUrn(): string;
  getOutputs(): { toJavaScript(): Record<string, unknown> } | undefined;
}

type Callback = (error: Error | undefined, response: { getUrn(): string } | undefined) => void;

interface Monitor {
  registerResource(request: RegisterRequest, callback: Callback): Promise<void>;
  registerResourceOutputs(request: OutputsRequest, callback: Callback): void;
}

/** Listens at the mock monitor's door. */
function watchRegistrations() {
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const resources: Omit<RecordedResource, "inputs">[] = [];
  const outputs = new Map<string, Record<string, unknown>>();
  const register = monitor.registerResource.bind(monitor);
  const registerOutputs = monitor.registerResourceOutputs.bind(monitor);
  monitor.registerResource = (request, callback) =>
    register(request, (error, response) => {
      if (response) resources.push(registrationOf(request, response.getUrn()));
      callback(error, response);
    });
  monitor.registerResourceOutputs = (request, callback) => {
    outputs.set(request.getUrn(), request.getOutputs()?.toJavaScript() ?? {});
    registerOutputs(request, callback);
  };
  return { resources, outputs };
}

function registrationOf(request: RegisterRequest, urn: string): Omit<RecordedResource, "inputs"> {
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    parent: request.getParent(),
    dependencies: request.getDependenciesList(),
    protect: request.getProtect(),
    deleteBeforeReplace: request.getDeletebeforereplace(),
    retainOnDelete: request.getRetainondelete(),
    ignoreChanges: request.getIgnorechangesList(),
    provider: request.getProvider(),
    aliases: request.getAliasesList().map((alias) => alias.getUrn() || (alias.getSpec()?.getName() ?? "")),
  };
}
