module.exports = async () => ({ body: "hello" });
