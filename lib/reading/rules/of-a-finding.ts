/** What a finding may have or lack: what caused it, what was done for it, what it left. */
export const OF_A_FINDING =
  /^(?:causes?|sources?|reason|explanation|origin|a?etiology|triggers?|precipitants?|focus|driver|treat(?:ed|ment|ments)|therapy|therapies|medications?|medicines?|drugs?|antibiotics?|steroids?|ointments?|creams?|biops(?:y|ies|ied)|swabs?|surgery|drainage|scar(?:s|ring)?|witness(?:es|ed)?|photographs?|photos?|pictures?|admi(?:tted|ssions?)|hospitali[sz](?:ed|ations?)|referr(?:ed|als?))$/;
