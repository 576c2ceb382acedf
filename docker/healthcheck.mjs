// Asks the process in this container whether it should be sent work. What it lacks shows in `docker inspect`.
const url = `http://127.0.0.1:${process.env.OPS_PORT}/health/ready`;
try {
  const response = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  console.log(await response.text());
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  console.log(`${url}: ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
