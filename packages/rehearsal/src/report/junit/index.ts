export { junitReport } from "./report";
