export { maintenanceWindowProblems } from "./maintenance-problems";
export type { MaintenanceWindowArgs } from "./maintenance-window";
export { maintenanceRule, type SilenceArgs, silence } from "./processing-rule";
