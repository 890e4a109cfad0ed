export { countWords as handler } from './count-words.ts';
