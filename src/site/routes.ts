// Where pages stand, without the site's base: the calendar that the command line writes names the same pages.
export { documentPath, recordPath, slugOf } from '../views/page-paths.ts';
