/**
 * Words by which a table's columns, a record's fields and a heading's subject are recognised. To teach the importer a language or
 * a house word, add it here: small letters, accents or not, without what stands in brackets. A word also matches a longer header that
 * begins with it or holds it. Longer words win over shorter ones.
 */
type Words = Readonly<Record<string, string>>;

/** One line a language, words parted by commas. */
const words = (languages: Words): readonly string[] => Object.values(languages).flatMap((list) => list.split(',').map((word) => word.trim()));

const ID = words({ all: '#, id, nr, no, n°, ref, code', fr: 'identifiant, référence, numéro, num', en: 'identifier, reference, number', de: 'kennung, nummer', es: 'identificador, código, número', it: 'codice, numero', pt: 'código', nl: 'nummer, kenmerk' });
const DESCRIPTION = words({ fr: 'description, détail, détails, commentaire, commentaires, remarque, notes, note, objet', en: 'description, details, comment, comments, notes, note, remarks', es: 'descripción, comentario, notas', de: 'beschreibung, bemerkung, kommentar', pt: 'descrição, comentário', nl: 'beschrijving, omschrijving, opmerking, toelichting', it: 'descrizione, commento, note' });
const OWNER = words({
  fr: 'responsable, propriétaire, porteur, pilote, porteur du risque, pilote de l’action, qui', en: 'owner, responsible, accountable, assignee, assigned to, risk owner, lead, who',
  es: 'responsable, propietario, dueño', de: 'verantwortlich, verantwortlicher, zuständig, eigentümer, risikoeigner', pt: 'responsável, proprietário, dono', nl: 'eigenaar, verantwoordelijke, risico-eigenaar, actiehouder', it: 'responsabile, proprietario, titolare',
});
const STATE = words({ fr: 'statut, état, avancement', en: 'status, state, progress', es: 'estado', de: 'status, stand', pt: 'estado, situação', nl: 'status', it: 'stato' });
const FREQUENCY = words({
  fr: 'fréquence, périodicité, planification, récurrence, quand, rythme', en: 'frequency, schedule, cadence, periodicity, interval, when, recurrence',
  es: 'frecuencia, periodicidad, programación', de: 'häufigkeit, frequenz, turnus, intervall, zeitplan, rhythmus', pt: 'frequência, periodicidade, agendamento', nl: 'frequentie, interval, planning', it: 'frequenza, periodicità, pianificazione',
});
const DURATION = words({ fr: 'durée, durée estimée, temps estimé, durée prévue', en: 'duration, estimated duration, time, estimated time, effort', es: 'duración', de: 'dauer', pt: 'duração', nl: 'duur', it: 'durata' });
const RTO = words({ all: 'rto, recovery time objective', fr: 'délai de reprise, dmia, temps de reprise, objectif de temps de reprise', es: 'tiempo de recuperación', de: 'wiederanlaufzeit, wiederherstellungszeit', pt: 'tempo de recuperação', nl: 'hersteltijd', it: 'tempo di ripristino' });
const RPO = words({ all: 'rpo, recovery point objective', fr: 'pdma, perte de données admissible, perte de données maximale', es: 'pérdida de datos', de: 'datenverlust, maximaler datenverlust', pt: 'perda de dados', nl: 'dataverlies', it: 'perdita di dati' });

/** Words for each field of each kind of record. */
export const vocabulary = {
  risk: {
    id: ID,
    title: words({
      fr: 'risque, menace, menace identifiée, événement redouté, intitulé du risque, description du risque, scénario de risque, danger, aléa, titre, libellé, intitulé, nom', en: 'risk, threat, hazard, risk description, risk title, risk event, event, title, name',
      es: 'riesgo, amenaza, evento, descripción del riesgo, título', de: 'risiko, gefahr, bedrohung, risikobeschreibung, gefährdung, titel, bezeichnung', pt: 'risco, ameaça, evento, descrição do risco, título', nl: 'risico, dreiging, bedreiging, gebeurtenis, risico-omschrijving, titel', it: 'rischio, minaccia, evento, descrizione del rischio, titolo',
    }),
    category: words({ fr: 'catégorie, domaine, famille, type, nature', en: 'category, area, domain, type, class', es: 'categoría, tipo', de: 'kategorie, bereich, art', pt: 'categoria, tipo', nl: 'categorie, soort', it: 'categoria, tipo' }),
    likelihood: words({
      fr: 'probabilité, prob, proba, p, vraisemblance, occurrence, fréquence, probabilité actuelle, probabilité résiduelle', en: 'likelihood, probability, prob, l, p, chance, occurrence, current likelihood, residual likelihood',
      es: 'probabilidad, p', de: 'wahrscheinlichkeit, eintrittswahrscheinlichkeit, ew, w', pt: 'probabilidade, p', nl: 'kans, waarschijnlijkheid, k', it: 'probabilità, p',
    }),
    impact: words({
      fr: 'impact, gravité, impact métier, i, g, effet, conséquence', en: 'impact, severity, consequence, i, s, business impact', es: 'impacto, gravedad, i', de: 'auswirkung, schadenshöhe, schadensausmaß, schaden, schwere, a', pt: 'impacto, gravidade, i', nl: 'impact, gevolg, ernst', it: 'impatto, gravità, i',
    }),
    criticality: words({
      fr: 'criticité, crit, score, cotation, ipr, note, p×i, pxi, risque brut, score de risque', en: 'score, criticality, risk score, risk rating, rpn, rating, l×i, lxi, p×i, pxi, exposure', es: 'criticidad, puntuación, valor', de: 'risikowert, risikozahl, kritikalität, punkte, rpz', pt: 'criticidade, pontuação, valor', nl: 'risicoscore, score, kritikaliteit', it: 'criticità, punteggio, valore',
    }),
    level: words({ fr: 'niveau, niveau de risque, sévérité, évaluation', en: 'level, risk level, severity level, rag', es: 'nivel, nivel de riesgo, severidad', de: 'stufe, risikostufe, risikoklasse, einstufung', pt: 'nível, nível de risco, severidade', nl: 'niveau, risiconiveau, klasse', it: 'livello, livello di rischio, severità' }),
    treatment: words({ fr: 'traitement, stratégie, réponse, option de traitement, acceptation', en: 'treatment, strategy, response, risk response, acceptance', es: 'tratamiento, estrategia, respuesta', de: 'behandlung, strategie, umgang', pt: 'tratamento, estratégia, resposta', nl: 'behandeling, strategie, respons', it: 'trattamento, strategia, risposta' }),
    mitigation: words({
      fr: 'mitigation, plan de mitigation, mesures, mesure, plan de traitement, contrôles, mesures existantes, mesures en place, atténuation, parade, plan d’atténuation', en: 'mitigation, mitigation plan, controls, control, measures, countermeasures, treatment plan, existing controls', es: 'mitigación, medidas, controles, plan de mitigación', de: 'maßnahme, maßnahmen, gegenmaßnahmen, minderung', pt: 'mitigação, medidas, controles, controlos', nl: 'maatregel, maatregelen, beheersmaatregelen, mitigatie', it: 'mitigazione, misure, controlli, contromisure',
    }),
    preventive: words({ fr: 'mesures préventives, prévention, préventif, contrôles préventifs', en: 'preventive measures, preventive controls, prevention, preventive', es: 'medidas preventivas, prevención', de: 'präventive maßnahmen, vorbeugende maßnahmen, prävention, vorbeugung', pt: 'medidas preventivas, prevenção', nl: 'preventieve maatregelen, preventie', it: 'misure preventive, prevenzione' }),
    detective: words({ fr: 'détection, mesures de détection, contrôles détectifs', en: 'detection, detective controls, detective measures', es: 'detección', de: 'erkennung', pt: 'deteção, detecção', nl: 'detectie', it: 'rilevamento' }),
    corrective: words({ fr: 'mesures correctives, correction, correctif, mesures curatives', en: 'corrective measures, corrective controls, corrective actions, contingency, contingency plan', es: 'medidas correctivas, corrección, contingencia', de: 'korrekturmaßnahmen, korrektive maßnahmen, notfallplan', pt: 'medidas corretivas, correção, contingência', nl: 'correctieve maatregelen, noodplan', it: 'misure correttive, correzione, contingenza' }),
    causes: words({ fr: 'cause, causes, origine, causes possibles', en: 'cause, causes, source, root cause', es: 'causa, causas', de: 'ursache, ursachen', pt: 'causa, causas', nl: 'oorzaak, oorzaken', it: 'causa, cause' }),
    consequences: words({ fr: 'conséquences, conséquence, effets, impact métier', en: 'consequences, consequence, effect, effects, business impact', es: 'consecuencias, consecuencia, efecto', de: 'folgen, folge, konsequenzen', pt: 'consequências, consequência', nl: 'gevolgen', it: 'conseguenze, conseguenza' }),
    owner: OWNER,
    state: STATE,
    reviewed: words({ fr: 'revu le, date de revue, dernière revue', en: 'reviewed, last review, review date, last reviewed', es: 'revisado', de: 'geprüft am', pt: 'revisto em', nl: 'beoordeeld op', it: 'rivisto il' }),
    targetLikelihood: words({ fr: 'probabilité cible, probabilité visée', en: 'target likelihood, target probability' }),
    targetImpact: words({ fr: 'impact cible, impact visé', en: 'target impact' }),
    inherentLikelihood: words({ fr: 'probabilité brute, probabilité inhérente, probabilité initiale', en: 'inherent likelihood, initial likelihood, gross likelihood', de: 'brutto-wahrscheinlichkeit', es: 'probabilidad inherente' }),
    inherentImpact: words({ fr: 'impact brut, impact inhérent, impact initial', en: 'inherent impact, initial impact, gross impact', de: 'brutto-auswirkung', es: 'impacto inherente' }),
    description: DESCRIPTION,
  },
  severity: {
    title: words({ fr: 'gravité, niveau, sévérité, priorité, niveau de gravité, criticité', en: 'severity, level, priority, sev, severity level, class', es: 'gravedad, severidad, nivel, prioridad', de: 'schweregrad, priorität, stufe, klasse', pt: 'gravidade, severidade, nível, prioridade', nl: 'ernst, prioriteit, niveau, urgentie', it: 'gravità, severità, livello, priorità' }),
    definition: words({ fr: 'définition, description, critères, signification', en: 'definition, description, criteria, meaning, impact', es: 'definición, descripción', de: 'definition, beschreibung', pt: 'definição, descrição', nl: 'definitie, omschrijving, beschrijving', it: 'definizione, descrizione' }),
    respondIn: words({ fr: 'temps de réponse, délai de réponse, réponse, prise en charge, délai de prise en charge, gti', en: 'response time, respond, response, acknowledge, time to respond, first response, ack', es: 'tiempo de respuesta, respuesta', de: 'reaktionszeit, antwortzeit, reaktion', pt: 'tempo de resposta, resposta', nl: 'reactietijd, responstijd', it: 'tempo di risposta, risposta' }),
    resolveIn: words({ fr: 'temps de résolution, délai de résolution, résolution, gtr, rétablissement', en: 'resolution time, resolve, resolution, time to resolve, fix time, target resolution', es: 'tiempo de resolución, resolución', de: 'lösungszeit, wiederherstellung, behebung, lösung', pt: 'tempo de resolução, resolução', nl: 'oplostijd, hersteltijd, oplossing', it: 'tempo di risoluzione, risoluzione' }),
    escalation: words({ fr: 'escalade', en: 'escalation, escalate, escalate after', es: 'escalado, escalada, escalamiento', de: 'eskalation', pt: 'escalonamento, escalada', nl: 'escalatie', it: 'escalation, escalazione' }),
    examples: words({ fr: 'exemples, exemple', en: 'examples, example', es: 'ejemplos, ejemplo', de: 'beispiele, beispiel', pt: 'exemplos, exemplo', nl: 'voorbeelden, voorbeeld', it: 'esempi, esempio' }),
    offHours: words({ fr: 'hors horaires, hors heures ouvrées, hors jours ouvrés, hno', en: 'off hours, out of hours, after hours', es: 'fuera de horario', de: 'außerhalb der geschäftszeiten', nl: 'buiten kantooruren', it: 'fuori orario', pt: 'fora do horário' }),
    hours: words({ fr: 'couverture, plage, horaires', en: 'coverage, hours, support hours', es: 'horario, cobertura', de: 'servicezeiten', pt: 'horário, cobertura', nl: 'dekking', it: 'copertura' }),
    channels: words({ fr: 'canal, canaux, notification', en: 'channel, channels, notification', es: 'canal', de: 'kanal', pt: 'canal', nl: 'kanaal', it: 'canale' }),
  },
  role: {
    title: words({ fr: 'rôle, fonction, niveau, équipe', en: 'role, function, team, level, tier', es: 'rol, función, equipo', de: 'rolle, funktion, team', pt: 'papel, função, equipa, equipe', nl: 'rol, functie, team', it: 'ruolo, funzione, team' }),
    responsibilities: words({ fr: 'responsabilités, responsabilité, missions, mission, périmètre', en: 'responsibilities, responsibility, duties, scope, handles', es: 'responsabilidades, funciones', de: 'aufgaben, verantwortung, zuständigkeit, verantwortlichkeiten', pt: 'responsabilidades', nl: 'verantwoordelijkheden, taken', it: 'responsabilità, compiti' }),
    contact: words({ fr: 'contact, coordonnées, moyen de contact, joindre', en: 'contact, contact details, how to reach, reach', es: 'contacto, datos de contacto', de: 'kontakt, erreichbar über', pt: 'contacto, contato', nl: 'contact, contactgegevens', it: 'contatto, recapito' }),
    phone: words({ fr: 'téléphone, tél, tel, mobile, portable', en: 'phone, telephone, mobile, cell', es: 'teléfono, móvil', de: 'telefon, handy', pt: 'telefone, telemóvel, celular', nl: 'telefoon, mobiel', it: 'telefono, cellulare' }),
    email: words({ all: 'email, e-mail, mail', fr: 'courriel, adresse électronique', es: 'correo, correo electrónico' }),
    availability: words({ fr: 'disponibilité, horaires, plage, couverture', en: 'availability, hours, coverage, available', es: 'disponibilidad, horario', de: 'verfügbarkeit, erreichbarkeit, zeiten', pt: 'disponibilidade, horário', nl: 'beschikbaarheid, bereikbaarheid', it: 'disponibilità, reperibilità, orario' }),
    organisation: words({ fr: 'organisation, entité, société, service', en: 'organisation, organization, company, department', es: 'organización, empresa', de: 'organisation, firma, abteilung', pt: 'organização, empresa', nl: 'organisatie, afdeling, bedrijf', it: 'organizzazione, azienda' }),
    who: words({ fr: 'qui, titulaire, nom, personne', en: 'who, holder, name, person', es: 'quién, nombre, titular', de: 'wer, name', pt: 'quem, nome', nl: 'wie, naam', it: 'chi, nome' }),
  },
  scenario: {
    id: ID,
    title: words({ fr: 'scénario, scénario de panne, panne, sinistre, événement, incident', en: 'scenario, failure scenario, disaster, failure, outage, event', es: 'escenario, desastre, fallo', de: 'szenario, ausfallszenario, ausfall', pt: 'cenário, desastre, falha', nl: 'scenario, storing, uitval', it: 'scenario, disastro, guasto' }),
    impact: words({ fr: 'impact, gravité, conséquence', en: 'impact, severity, consequence', es: 'impacto', de: 'auswirkung', pt: 'impacto', nl: 'impact, gevolg', it: 'impatto' }),
    likelihood: words({ fr: 'probabilité, prob, vraisemblance', en: 'likelihood, probability', es: 'probabilidad', de: 'wahrscheinlichkeit, eintrittswahrscheinlichkeit', pt: 'probabilidade', nl: 'kans, waarschijnlijkheid', it: 'probabilità' }),
    rto: RTO,
    rpo: RPO,
    mtpd: words({ all: 'mtpd, mtd', fr: 'durée maximale d’interruption, interruption maximale' }),
    strategy: words({ fr: 'stratégie, stratégie de reprise, réponse, procédure', en: 'strategy, recovery strategy, response', es: 'estrategia', de: 'strategie', pt: 'estratégia', nl: 'strategie', it: 'strategia' }),
    degraded: words({ fr: 'mode dégradé', en: 'degraded mode', es: 'modo degradado', de: 'notbetrieb', pt: 'modo degradado', nl: 'noodmodus', it: 'modalità degradata' }),
    owner: OWNER,
    description: DESCRIPTION,
  },
  backup: {
    id: ID,
    title: words({ fr: 'sauvegarde, type, type de sauvegarde, données, donnée, périmètre, système, composant, base', en: 'backup, type, backup type, data, scope, system, component, asset, database', es: 'copia, copia de seguridad, respaldo, tipo, datos, sistema', de: 'sicherung, backup, art, daten, system', pt: 'cópia, backup, tipo, dados, sistema', nl: 'back-up, backup, type, gegevens, systeem', it: 'backup, copia, tipo, dati, sistema' }),
    frequency: FREQUENCY,
    retention: words({ fr: 'rétention, durée de rétention, conservation, durée de conservation', en: 'retention, retention period, kept, keep', es: 'retención, conservación', de: 'aufbewahrung, aufbewahrungsdauer, vorhaltung', pt: 'retenção, conservação', nl: 'bewaartermijn, retentie, bewaren', it: 'conservazione, ritenzione, retention' }),
    tool: words({ fr: 'outil, méthode, technologie, moyen', en: 'tool, method, technology', es: 'herramienta, método', de: 'werkzeug, tool, verfahren', pt: 'ferramenta, método', nl: 'hulpmiddel, tool, methode', it: 'strumento, metodo' }),
    location: words({ fr: 'emplacement, lieu, destination, stockage, lieu de stockage', en: 'location, destination, storage, target, stored in', es: 'ubicación, destino, almacenamiento', de: 'ort, ziel, speicherort, ablage', pt: 'localização, destino, armazenamento', nl: 'locatie, opslag, bestemming', it: 'posizione, destinazione, luogo' }),
    encrypted: words({ fr: 'chiffrement, chiffré, chiffrée', en: 'encrypted, encryption', es: 'cifrado', de: 'verschlüsselt, verschlüsselung', pt: 'cifrado, criptografia, encriptado', nl: 'versleuteld, versleuteling', it: 'cifrato, crittografia' }),
    rpo: RPO,
    owner: OWNER,
    description: DESCRIPTION,
  },
  activity: {
    id: ID,
    title: words({ fr: 'tâche, tâches, job, activité, test, exercice, opération, traitement, maintenance, contrôle', en: 'task, tasks, job, activity, test, drill, exercise, maintenance, operation, check', es: 'tarea, tareas, actividad, prueba, ejercicio', de: 'aufgabe, aufgaben, tätigkeit, test, übung, wartung, job', pt: 'tarefa, tarefas, atividade, teste, exercício', nl: 'taak, taken, activiteit, test, oefening, onderhoud', it: 'attività, compito, test, esercitazione, manutenzione' }),
    frequency: FREQUENCY,
    duration: DURATION,
    owner: OWNER,
    last: words({ fr: 'dernier, dernière exécution, dernière fois, réalisé le', en: 'last run, last done, last, last performed', es: 'última vez', de: 'zuletzt, zuletzt am', pt: 'última vez', nl: 'laatst uitgevoerd, laatste keer', it: 'ultima volta' }),
    description: DESCRIPTION,
  },
  indicator: {
    id: ID,
    title: words({ fr: 'indicateur, indicateurs, métrique, mesure, kpi', en: 'indicator, metric, kpi, sli, measure', es: 'indicador, métrica', de: 'kennzahl, indikator, metrik', pt: 'indicador, métrica', nl: 'indicator, kengetal, metriek', it: 'indicatore, metrica' }),
    target: words({ fr: 'cible, objectif, valeur cible', en: 'target, objective, goal, slo', es: 'objetivo, meta', de: 'ziel, zielwert, sollwert', pt: 'meta, objetivo, alvo', nl: 'doel, streefwaarde, norm', it: 'obiettivo, target, valore obiettivo' }),
    threshold: words({ fr: 'seuil, seuil d’alerte, alerte si', en: 'threshold, alert threshold, alert if, alert when, limit', es: 'umbral', de: 'schwelle, schwellenwert, grenzwert', pt: 'limite, limiar', nl: 'drempel, drempelwaarde', it: 'soglia' }),
    alert: words({ fr: 'alerte', en: 'alert', es: 'alerta', de: 'alarm, warnung', pt: 'alerta', nl: 'alarm, waarschuwing', it: 'allarme, avviso' }),
    window: words({ fr: 'fenêtre, période', en: 'window, period', es: 'período', de: 'zeitraum, fenster', pt: 'período', nl: 'periode', it: 'periodo' }),
    tool: words({ fr: 'outil, source', en: 'tool, source', es: 'herramienta, fuente', de: 'werkzeug, quelle', pt: 'ferramenta, fonte', nl: 'bron, tool', it: 'strumento, fonte' }),
    owner: OWNER,
    description: DESCRIPTION,
  },
  action: {
    id: ID,
    title: words({ fr: 'action, actions, action corrective, mesure, tâche', en: 'action, actions, action item, task, corrective action', es: 'acción, acciones, medida', de: 'maßnahme, aktion, aufgabe', pt: 'ação, ações, medida', nl: 'actie, acties, maatregel', it: 'azione, azioni, misura' }),
    risk: words({ fr: 'risque, risque associé, origine', en: 'risk, related risk, origin, source', es: 'riesgo, origen', de: 'risiko, ursprung', pt: 'risco, origem', nl: 'risico, herkomst', it: 'rischio, origine' }),
    due: words({ fr: 'échéance, date limite, deadline, délai, date cible, pour le, date d’échéance', en: 'due, due date, deadline, target date, by when', es: 'fecha límite, vencimiento, plazo', de: 'frist, termin, fällig, fälligkeit', pt: 'prazo, data limite, vencimento', nl: 'deadline, einddatum, vervaldatum, streefdatum', it: 'scadenza, termine, data prevista' }),
    cost: words({ fr: 'budget, coût, montant', en: 'budget, cost, amount', es: 'presupuesto, coste, costo', de: 'budget, kosten', pt: 'orçamento, custo', nl: 'budget, kosten', it: 'budget, costo' }),
    effort: words({ fr: 'effort, charge', en: 'effort, workload', es: 'esfuerzo', de: 'aufwand', pt: 'esforço', nl: 'inspanning', it: 'impegno' }),
    priority: words({ fr: 'priorité', en: 'priority', es: 'prioridad', de: 'priorität', pt: 'prioridade', nl: 'prioriteit', it: 'priorità' }),
    owner: OWNER,
    state: STATE,
    description: DESCRIPTION,
  },
  runbook: {
    id: ID,
    title: words({ fr: 'runbook, runbooks, procédure, procédures, mode opératoire, fiche réflexe', en: 'runbook, runbooks, procedure, playbook, sop', es: 'procedimiento, manual', de: 'verfahren, prozedur, anleitung, notfallprozedur', pt: 'procedimento, manual', nl: 'procedure, draaiboek', it: 'procedura, manuale' }),
    state: [...STATE, ...words({ en: 'documented', fr: 'documenté' })],
    owner: OWNER,
    duration: DURATION,
    description: DESCRIPTION,
  },
  /** Columns of numbered steps. */
  steps: {
    id: [...ID, ...words({ fr: 'étape, ordre', en: 'step, order', es: 'paso', de: 'schritt', pt: 'passo, etapa', nl: 'stap', it: 'passo, fase' })],
    title: words({ fr: 'action, actions, tâche, opération', en: 'action, task, instruction, what to do', es: 'acción, tarea', de: 'aktion, aufgabe, tätigkeit', pt: 'ação, tarefa', nl: 'actie, handeling', it: 'azione, operazione' }),
    duration: DURATION,
    owner: OWNER,
  },
  /** Points of a scale: what 1, 2, 3 or « faible » mean. */
  legend: {
    value: words({ fr: 'niveau, valeur, note, score, cote, degré, échelle, criticité, probabilité, impact, gravité, plage', en: 'level, value, score, rating, scale, likelihood, probability, impact, severity, range', es: 'nivel, valor, puntuación, probabilidad, impacto', de: 'stufe, wert, punkte, wahrscheinlichkeit, auswirkung', pt: 'nível, valor, pontuação, probabilidade, impacto', nl: 'niveau, waarde, score, kans, impact', it: 'livello, valore, punteggio, probabilità, impatto' }),
    label: words({ fr: 'libellé, label, intitulé, nom, qualification, niveau', en: 'label, name, rating, level', es: 'etiqueta, nombre, nivel', de: 'bezeichnung, label', pt: 'rótulo, nome', nl: 'label, naam, omschrijving', it: 'etichetta, nome' }),
    means: words({ fr: 'description, signification, définition, critère, fréquence, réponse', en: 'description, meaning, definition, criteria, frequency, response', es: 'descripción, significado, definición', de: 'beschreibung, bedeutung, definition', pt: 'descrição, significado, definição', nl: 'beschrijving, betekenis, definitie', it: 'descrizione, significato, definizione' }),
  },
} as const;

export type RecordKind = 'risk' | 'severity' | 'role' | 'scenario' | 'backup' | 'activity' | 'indicator' | 'action' | 'runbook';
export type TableKind = keyof typeof vocabulary;

/** What a heading speaks of, by its words; used where a table's own header does not decide. */
export const subjects = {
  risk: words({ fr: 'risque, risques, menaces', en: 'risk, risks, threats', es: 'riesgo, riesgos', de: 'risiko, risiken', pt: 'risco, riscos', nl: 'risico, risicos', it: 'rischio, rischi' }),
  severity: words({ fr: 'gravité, incidents, niveaux de gravité, sévérité', en: 'severity, incident, incidents', es: 'gravedad, incidentes', de: 'schweregrad, vorfälle, störungen', pt: 'gravidade, incidentes', nl: 'ernst, incidenten', it: 'gravità, incidenti' }),
  role: words({ fr: 'contacts, contact, escalade, astreinte, rôles, annuaire', en: 'contacts, contact, escalation, on-call, roles', es: 'contactos, escalado, roles, guardia', de: 'kontakte, eskalation, bereitschaft, rollen', pt: 'contactos, contatos, escalonamento, plantão', nl: 'contacten, escalatie, rollen', it: 'contatti, escalation, ruoli, reperibilità' }),
  backup: words({ fr: 'sauvegarde, sauvegardes, backup', en: 'backup, backups', es: 'copias, copia de seguridad, respaldo', de: 'sicherung, sicherungen, backup, datensicherung', pt: 'cópias, backup, cópia de segurança', nl: 'back-up, backups', it: 'backup, copie' }),
  drill: words({ fr: 'test, tests, tests de reprise, exercice, exercices, game days, scénarios de test, simulation', en: 'test, tests, drill, drills, exercise, exercises, game days', es: 'prueba, pruebas, ejercicio, ejercicios, simulacro', de: 'test, tests, übung, übungen', pt: 'teste, testes, exercício, exercícios', nl: 'test, oefening, oefeningen', it: 'test, esercitazione, esercitazioni' }),
  job: words({ fr: 'job, jobs, traitements planifiés, batch, cron', en: 'job, jobs, cron, batch, scheduled', es: 'trabajos programados', de: 'jobs', pt: 'rotinas', nl: 'jobs', it: 'job' }),
  rotation: words({ fr: 'rotation', en: 'rotation', es: 'rotación', de: 'rotation', pt: 'rotação', nl: 'rotatie', it: 'rotazione' }),
  review: words({ fr: 'revue, revues', en: 'review, reviews', es: 'revisión', de: 'überprüfung', pt: 'revisão', nl: 'beoordeling', it: 'revisione' }),
  action: words({ fr: 'plan d’action, plan d’actions, actions, plan d’action prioritaire', en: 'action plan, actions, action items', es: 'plan de acción, acciones', de: 'maßnahmenplan, maßnahmen', pt: 'plano de ação, ações', nl: 'actieplan, acties', it: 'piano d’azione, azioni' }),
  procedure: words({
    fr: 'procédure, procédures, runbook, protocole, mode opératoire, rollback, checklist, restauration, défaillance, scénario, fiche réflexe', en: 'procedure, runbook, playbook, protocol, rollback, checklist, recovery, restore, failure, scenario, sop',
    es: 'procedimiento, protocolo, restauración, recuperación, manual', de: 'verfahren, prozedur, wiederherstellung, notfallplan, anleitung, checkliste', pt: 'procedimento, protocolo, restauração, recuperação', nl: 'procedure, draaiboek, herstel, protocol', it: 'procedura, protocollo, ripristino',
  }),
  troubleshooting: words({ fr: 'dépannage', en: 'troubleshooting', es: 'resolución de problemas', de: 'fehlerbehebung', pt: 'resolução de problemas', nl: 'probleemoplossing', it: 'risoluzione dei problemi' }),
  scenario: words({ fr: 'scénario, panne, sinistre, perte, indisponibilité', en: 'scenario, outage, disaster, loss', es: 'escenario, desastre', de: 'szenario, ausfall', pt: 'cenário, desastre', nl: 'scenario, uitval', it: 'scenario, disastro' }),
  indicator: words({ fr: 'indicateurs, métriques, supervision', en: 'indicators, metrics, monitoring', es: 'indicadores', de: 'kennzahlen', pt: 'indicadores', nl: 'indicatoren', it: 'indicatori' }),
} as const;
