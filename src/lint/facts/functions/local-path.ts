/** What a property that may name a local file or folder says, where it names one. */
export { localPath } from '../../../packaging/places.ts';
