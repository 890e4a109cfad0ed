import { entryOf, place, stamp } from '../../../model/origin.ts';
import { isMap, isString, newMap } from '../../../model/tree.ts';
import { withFunctions } from '../../codecs/functions.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';

/** The attribute that holds the time at which an item expires. SAM has it with a switch, which is on. */
export const timeToLive: Codec = withFunctions({
  says: 'the name of an attribute',
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => {
    const { text } = spot;
    if (text === undefined || text === '' || text.includes('${')) return wrong(spot, 'the name of an attribute', cx);
    const specification = newMap();
    specification['AttributeName'] = text;
    specification['Enabled'] = true;
    for (const key of Object.keys(specification)) place(specification, key, entryOf(spot.holder, spot.step));
    return stamp(specification, spot.at);
  },
  write: (value) => {
    if (!isMap(value) || Object.keys(value).length !== 2 || value['Enabled'] !== true) return undefined;
    const name = value['AttributeName'];
    return isString(name) && name !== '' && !name.includes('${') ? name : undefined;
  },
});
