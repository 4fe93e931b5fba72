import { contactWords, operatorFrom } from "../../lib/api/operator.ts";

/** Who runs this server, in one sentence, from what they set when the app was built; or that they have not said. */
export function OperatorLine() {
  const { name, contact } = operatorFrom(process.env);
  return (
    <>
      {name ? `This server is run by ${name}.` : "Who runs this server has not given a name here."}{" "}
      {contact ? (
        <>
          Contact:{" "}
          <a className="link" href={contact}>
            {contactWords(contact)}
          </a>
          .
        </>
      ) : (
        "No contact has been set."
      )}
    </>
  );
}
