/** The last step of `nx build web`, on what Angular has built: `tsx tools/build/finish-site.ts dist/apps/web/browser`. The build fails where it does. */
import { compressSite } from './compress-site';
import { joinScripts } from './join-scripts';
import { nameViews } from './name-views';
import { weighSite } from './site-weight';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: finish-site <directory of the built site>');
await joinScripts(directory);
await nameViews(directory);
console.log(`${(await compressSite(directory)).length} files compressed`);
console.log(`${await weighSite(directory)} bytes of script in the first load`);
