export { regionNames, regionProblems } from "./regions";
