export { AiProject } from "./ai-project/ai-project";
export type { AiProjectArgs } from "./ai-project/args";
export { type ConnectionArgs, ConnectionCategory } from "./ai-project/connection";
export {
  type ContentFilterArgs,
  FilterAction,
  FilterCategory,
  type FilterLooseningArgs,
  FilterSource,
  FilterThreshold,
} from "./ai-project/content-filter";
export { DeploymentSku } from "./ai-project/deployment-sku";
export type { DivergenceArgs } from "./ai-project/divergence";
export type { PromotionEvidenceArgs } from "./ai-project/evidence";
export {
  type ModelDeploymentArgs,
  ModelOpening,
  type ModelOpeningArgs,
  ModelUpgrade,
} from "./ai-project/model-deployment";
export { aiProjectProblems } from "./ai-project/problems";
export type { OperationsDashboardArgs } from "./dashboard/args";
export { operationsDashboardProblems } from "./dashboard/dashboard-problems";
export { OperationsDashboard } from "./dashboard/operations-dashboard";
export { type DiagnosticsArgs, diagnose } from "./diagnostics/diagnose";
export type { IncidentRoutingArgs } from "./incidents/args";
export { IncidentRouting } from "./incidents/incident-routing";
export { heldReviews, type ReviewsArgs } from "./incidents/reviews";
export { incidentRoutingProblems } from "./incidents/routing-problems";
export type { JobsContext } from "./jobs/context";
export type { ServiceLevelsArgs } from "./levels/args";
export { serviceLevelsProblems } from "./levels/levels-problems";
export type { BurnWindowArgs, ServiceObjectiveArgs } from "./levels/objective";
export { openSloObjectives } from "./levels/open-slo";
export { ServiceLevels } from "./levels/service-levels";
export type { MaintenanceWindowArgs } from "./maintenance";
export type { MlWorkspaceArgs } from "./ml-workspace/args";
export { type ComputeClusterArgs, ComputePriority } from "./ml-workspace/compute-cluster";
export { ManagedNetworkIsolation } from "./ml-workspace/isolation";
export { MlWorkspace } from "./ml-workspace/ml-workspace";
export type { OutboundEndpointArgs } from "./ml-workspace/outbound-endpoint";
export { mlWorkspaceProblems } from "./ml-workspace/problems";
export type { AlertOverrideArgs } from "./monitors/alert-override";
export type { ServiceMonitorsArgs } from "./monitors/args";
export { serviceMonitorsProblems } from "./monitors/monitors-problems";
export type { PrometheusArgs } from "./monitors/prometheus";
export { ServiceMonitors } from "./monitors/service-monitors";
export type { WatchArgs } from "./monitors/watch";
export type { AllowedNetworkArgs } from "./networks/allowed-network";
export type { OutboundHostArgs } from "./networks/outbound-host";
export type { OpeningArgs } from "./openings/opening";
export { type PrincipalArgs, PrincipalType } from "./principals/principal";
export {
  type PrivateEndpointArgs,
  type PrivateEndpointParts,
  privateEndpoint,
} from "./private-endpoints/private-endpoint";
export type { EnvironmentRingArgs } from "./ring/args";
export type { RingContext, RingContextSettings, RingJobsIdentity, RingNetwork } from "./ring/context";
export { ringContext } from "./ring/context-from-stack";
export { EnvironmentRing } from "./ring/environment-ring";
export type { LogicAppReceiverArgs, OnCallArgs, ReceiverArgs } from "./ring/on-call";
export { environmentRingProblems } from "./ring/problems";
export type { RingIdentityParts, RingNetworkParts, RingParts } from "./ring/ring-parts";
export { assignRole, type RoleGrant } from "./roles/assign-role";
export type { SecretRotationArgs } from "./rotation/args";
export { type VaultKeyArgs, VaultKeyCurve, VaultKeyType } from "./rotation/keys";
export { SecretOwnerType } from "./rotation/owner-types";
export { secretRotationProblems } from "./rotation/rotation-problems";
export { SecretRotation } from "./rotation/secret-rotation";
export type { ManualSecretArgs, RotatedSecretArgs } from "./rotation/secrets";
