/** The house style kept on the board, as the writers take it. */
import { setting } from '#db/table/setting.ts';
import type { House } from '#electron/export/house.ts';
import type { Session } from '#electron/service/session.ts';
import { HOUSE_SETTING, type HouseStyle, houseFrom } from '#shared/house/house.ts';

export function houseStyle({ board }: Session): HouseStyle {
  return houseFrom(setting(board, HOUSE_SETTING));
}

/** What the writers need of a style. */
export function houseOf({ accent, font, logo, template }: HouseStyle): House {
  return {
    ...(accent ? { accent } : {}),
    ...(font ? { wordFont: font } : {}),
    ...(logo ? { logo: { ...logo, png: Buffer.from(logo.png, 'base64') } } : {}),
    ...(template ? { template } : {}),
  };
}

export function boardHouse(session: Session): House {
  return houseOf(houseStyle(session));
}
