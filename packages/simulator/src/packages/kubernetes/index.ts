import { parseAllDocuments } from "yaml";
import type { CheckRequest } from "../../provider/package-provider";
import { autoname } from "../../sdk";
import { isUnknown, objectOf, type Properties, textOf, type Value } from "../../values";
import { stableUuid } from "../../world";
import type { LocalType, LocalTypes } from "../local-type";

/** Kubernetes resources that live in no namespace; every other one is in `default` unless it says where. */
const CLUSTER_WIDE =
  /:(Namespace|Node|PersistentVolume|ClusterRole|ClusterRoleBinding|StorageClass|CustomResourceDefinition|IngressClass|PriorityClass|\w+WebhookConfiguration|APIService|CSIDriver)$/;

/** Any Kubernetes object: named by Pulumi when the program does not, with what the API server adds. */
const kubernetesObject: LocalType = {
  immutable: ["metadata.name", "metadata.namespace", "kind"],
  made: ["status"],
  complete: named,
  make: async (inputs, { urn, world }) => {
    const metadata = objectOf(inputs.metadata);
    const namespace = textOf(metadata.namespace);
    const name = textOf(metadata.name) ?? "object";
    return {
      id: namespace === undefined ? name : `${namespace}/${name}`,
      outputs: {
        metadata: {
          ...metadata,
          uid: stableUuid(urn, "uid"),
          creationTimestamp: world.clock.iso(),
          generation: 1,
          resourceVersion: "1",
        },
        ...serverSide(inputs, urn),
      },
    };
  },
};

/** A Helm release: its values are taken as given, and the chart counts as deployed. */
const helmRelease: LocalType = {
  immutable: ["name", "namespace"],
  made: ["status", "manifest", "resourceNames"],
  complete: (inputs, request) => ({
    ...inputs,
    name: inputs.name ?? request.oldInputs.name ?? autoname("random", request.name, request.seed),
    namespace: inputs.namespace ?? "default",
  }),
  make: async (inputs) => {
    const [name, namespace] = [textOf(inputs.name) ?? "", textOf(inputs.namespace) ?? "default"];
    const status = {
      name,
      namespace,
      chart: textOf(inputs.chart) ?? "",
      version: textOf(inputs.version) ?? "0.0.0",
      appVersion: "0.0.0",
      revision: 1,
      status: "deployed",
    };
    return { id: `${namespace}/${name}`, outputs: { status, resourceNames: {}, manifest: {} } };
  },
};

function named(inputs: Properties, request: CheckRequest): Properties {
  const metadata = objectOf(inputs.metadata);
  const old = objectOf(request.oldInputs.metadata);
  const isNamed = metadata.name !== undefined || metadata.generateName !== undefined || isUnknown(inputs.metadata);
  if (isNamed) return withNamespace(inputs, request);
  const annotations = { ...objectOf(metadata.annotations), "pulumi.com/autonamed": "true" };
  const name = old.name ?? autoname("random", `${request.name}-`, request.seed);
  return withNamespace({ ...inputs, metadata: { ...metadata, name, annotations } }, request);
}

function withNamespace(inputs: Properties, request: CheckRequest): Properties {
  const metadata = inputs.metadata;
  const isPlain = typeof metadata === "object" && metadata !== null && !Array.isArray(metadata);
  if (!isPlain || metadata.namespace !== undefined || CLUSTER_WIDE.test(request.type)) return inputs;
  const namespace = textOf(request.config.namespace) ?? "default";
  return { ...inputs, metadata: { ...metadata, namespace } };
}

/** What the API server and its controllers fill in: a service's addresses, a workload's ready replicas. */
function serverSide(inputs: Properties, urn: string): Properties {
  const spec = objectOf(inputs.spec);
  const part = (from: number) => Number.parseInt(stableUuid(urn, "ip").slice(from, from + 2), 16);
  switch (inputs.kind) {
    case "Service": {
      const clusterIP = spec.clusterIP ?? `10.0.${part(0)}.${part(2)}`;
      const ingress = spec.type === "LoadBalancer" ? [{ ip: `20.${(part(0) % 150) + 40}.${part(2)}.${part(4)}` }] : [];
      return { spec: { ...spec, clusterIP, type: spec.type ?? "ClusterIP" }, status: { loadBalancer: { ingress } } };
    }
    case "Ingress":
      return { status: { loadBalancer: { ingress: [{ ip: `20.${(part(0) % 150) + 40}.${part(2)}.${part(4)}` }] } } };
    case "Namespace":
      return { status: { phase: "Active" } };
    case "Deployment":
    case "StatefulSet": {
      const replicas = spec.replicas ?? 1;
      return { status: { replicas, readyReplicas: replicas, availableReplicas: replicas, updatedReplicas: replicas } };
    }
    default:
      return { status: {} };
  }
}

/** The Kubernetes package: objects are named and echoed, charts are not rendered. */
export const kubernetesTypes: LocalTypes = {
  resources: { "kubernetes:helm.sh/v3:Release": helmRelease },
  others: kubernetesObject,
  functions: {
    "kubernetes:yaml:decode": (args) => ({ result: decoded(textOf(args.text) ?? "") }),
    "kubernetes:helm:template": () => ({ result: [] }),
    "kubernetes:kustomize:directory": () => ({ result: [] }),
  },
};

function decoded(text: string): Value[] {
  const documents = parseAllDocuments(text);
  return documents
    .map((document) => document.toJS() as Value)
    .flatMap((value) => {
      const items = objectOf(value).items;
      return objectOf(value).kind === "List" && Array.isArray(items) ? items : [value];
    })
    .filter((value) => value !== null);
}
