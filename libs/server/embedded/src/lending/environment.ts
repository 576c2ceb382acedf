/** The lender outlives the test that starts it, so it gets none of the settings made for that test. */
export function lenderEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'] };
}
