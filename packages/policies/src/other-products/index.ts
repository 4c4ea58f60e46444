export { type Coverage, coverage } from "./coverage";
export { type CoverageRow, coverageRows, Product, productsRead } from "./rows";
