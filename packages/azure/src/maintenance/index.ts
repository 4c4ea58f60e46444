export { maintenanceWindowProblems } from "./maintenance-problems";
export { type MaintenanceWindowArgs, maintenanceParts } from "./maintenance-window";
export { maintenanceRule, type SilenceArgs, silence } from "./processing-rule";
