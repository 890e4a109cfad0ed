import { entryOf, place, stamp } from '../../../model/origin.ts';
import { isMap, isString, newMap } from '../../../model/tree.ts';
import { withFunctions } from '../../codecs/functions.ts';
import { parseQuantity, timeScale } from '../../codecs/units.ts';
import { wrong } from '../../codecs/wrong.ts';
import type { Codec } from '../../language/codec.ts';

const says = 'the name of the attribute that holds the time, such as expiresAt';

/** Whether a text can be the name of that attribute: a duration is meant for something else. */
const isName = (text: string): boolean =>
  text !== '' && !text.includes('${') && parseQuantity(text, timeScale, 'ms', false) === undefined;

/** The attribute that holds the time at which an item expires. SAM has it with a switch, which is on. */
export const timeToLive: Codec = withFunctions({
  says,
  schema: () => ({ type: 'string' }),
  read: (spot, cx) => {
    const { text } = spot;
    if (text === undefined || !isName(text)) return wrong(spot, says, cx);
    const specification = newMap();
    specification['AttributeName'] = text;
    specification['Enabled'] = true;
    for (const key of Object.keys(specification)) place(specification, key, entryOf(spot.holder, spot.step));
    return stamp(specification, spot.at);
  },
  write: (value) => {
    if (!isMap(value) || Object.keys(value).length !== 2 || value['Enabled'] !== true) return undefined;
    const name = value['AttributeName'];
    return isString(name) && isName(name) ? name : undefined;
  },
});
