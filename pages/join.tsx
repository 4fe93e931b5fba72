/** Where phones join a round. It is on Next's other router because that loads a fifth less, on 500 phones in one hall. */
import { Phone } from "../app/rounds/_phone/phone.tsx";

export default Phone;
