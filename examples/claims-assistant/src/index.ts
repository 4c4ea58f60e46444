import {
  AiProject,
  EnvironmentRing,
  IncidentRouting,
  OperationsDashboard,
  SecretRotation,
  ServiceLevels,
  ServiceMonitors,
} from "@ringfence/azure";
import { apiIdentity } from "./api-identity";
import { deployments } from "./deployments";
import { incidents } from "./incidents";
import { intake } from "./intake";
import { objectives } from "./objectives";
import { searchIndex } from "./search-index";
import { settings } from "./settings";
import { shortcuts } from "./shortcuts";

// An insurance claims assistant. What differs between its rings comes from the rings' rows; what is left comes from
// Pulumi.<stack>.yaml.
const ring = new EnvironmentRing("claims", {
  ring: settings.ring,
  location: "westeurope",
  tags: {
    service: "claims-assistant",
    owner: "claims-platform@contoso.example",
    dataSensitivity: "confidential",
    costCenter: "CC-4711",
    businessCriticality: "high",
  },
  onCall: {
    Sev0: [{ webhook: "https://pager.contoso.example/claims" }],
    Sev1: [{ sameAs: "Sev0" }],
    Sev2: [{ email: "claims-ops@contoso.example" }],
    Sev3: [{ sameAs: "Sev2" }],
  },
  monthlyBudget: settings.monthlyBudget,
  runbooksUrl: "https://github.com/contoso/claims-assistant/blob/main/runbooks",
});

const api = apiIdentity(ring.context);
const search = searchIndex(ring.context, api, settings.searchReplicas);
const scans = intake(ring.context);

const assistant = new AiProject("assistant", {
  ring: ring.context,
  region: "swedencentral",
  divergence: {
    reason: "The claims models are offered in the EU data zone from Sweden Central, not from West Europe's quota",
    dataFlow: "Prompts and answers are processed in Sweden; documents, indexes and logs stay in West Europe",
    latencyImpactMs: 25,
  },
  models: deployments(settings),
  contentFilters: [
    {
      name: "claims",
      loosenings: [
        {
          category: "Violence",
          threshold: "Medium",
          reason: "Claims describe accidents and injuries, which the strict filter takes for mild violence",
        },
      ],
    },
  ],
  callers: [{ name: "claims-api", principalId: api.principalId }],
  connections: [
    {
      name: "claims-documents",
      category: "CognitiveSearch",
      target: search.endpoint,
      resourceId: search.id,
    },
  ],
});

const rotation = new SecretRotation("keys", {
  ring: ring.context,
  image: settings.operationsImage,
  secrets: [
    {
      name: "scanner-intake",
      owner: scans.ruleId,
      ownerType: "Microsoft.ServiceBus/namespaces/authorizationRules",
    },
  ],
});

new ServiceMonitors("monitors", { ring: ring.context, watch: [assistant.watched, search.watched] });
new ServiceLevels("levels", { ring: ring.context, objectives, jobs: rotation.jobs });
new IncidentRouting("incidents", { ring: ring.context, jobs: rotation.jobs, ...incidents });
new OperationsDashboard("board", { ring: ring.context });

if (settings.bad) shortcuts(ring.context);

export const context = ring.context;
export const endpoint = assistant.endpoint;
