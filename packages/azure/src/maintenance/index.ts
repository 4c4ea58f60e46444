export { clockTimeProblems, maintenanceWindowProblems } from "./maintenance-problems";
export { type MaintenanceWindowArgs, Weekday, type WeeklyWindowArgs } from "./maintenance-window";
export { maintenanceRule, type SilenceArgs, silence } from "./processing-rule";
