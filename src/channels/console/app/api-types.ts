// Written by scripts/generate-api-types.ts from the OpenAPI document. Do not edit.
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  instance?: string;
  facts?: Record<string, unknown>;
  errors?: { pointer: string; detail: string }[];
}
export interface components {
  schemas: {
    LocalisedNameInput: { kk: string; ru: string; en: string };
    NewStaffInput: {
      givenName: string;
      familyName: string;
      email: string;
      role: 'officer' | 'supervisor' | 'operator' | 'monitor' | 'auditor' | 'confidant';
      agencyCode?: string | null;
      unitIds?: string[];
      language: 'kk' | 'ru' | 'en';
    };
    AnnouncementFormInput: {
      agency: string;
      subject: 'decisions' | 'acts' | 'works' | 'outages';
      topics: string[];
      territoryCode: string | null;
      texts: {
        kk: { title: string; body: string };
        ru: { title: string; body: string };
        en: { title: string; body: string } | null;
      };
      url: string | null;
      startsOn: string | null;
      endsOn: string | null;
    };
    SourceFormInput: {
      kind: 'article' | 'faq' | 'service_card';
      owner: string;
      topics: string[];
      validFrom: string;
      validUntil: string | null;
      reviewOn: string;
      sourceOn: string;
      texts: {
        kk: {
          title: string;
          body: string;
          card: { who: string; documents: string; term: string; fee: string; where: string } | null;
          synonyms: string[];
          references: { title: string; url: string | null }[];
        } | null;
        ru: {
          title: string;
          body: string;
          card: { who: string; documents: string; term: string; fee: string; where: string } | null;
          synonyms: string[];
          references: { title: string; url: string | null }[];
        } | null;
        en: {
          title: string;
          body: string;
          card: { who: string; documents: string; term: string; fee: string; where: string } | null;
          synonyms: string[];
          references: { title: string; url: string | null }[];
        } | null;
      };
    };
    NewVoteRoundInput: {
      kind: 'ideas' | 'budget';
      title: { kk: string; ru: string; en: string };
      about: { kk: string; ru: string; en: string };
      agencyCode?: string | null;
      territoryCode?: string | null;
      rule: { type: 'none' } | { type: 'voices'; count: number } | { type: 'knapsack' };
      budget?: number | null;
      collectUntil?: string | null;
      voteFrom?: string | null;
      voteUntil: string;
    };
    PetitionTextInput: { ask: string; why: string; details: string };
    SurveyWordsInput: { [key in 'kk' | 'ru' | 'en']: string };
    SurveyQuestionnaireInput: { [key in string]: unknown };
    SurveyAudienceInput: {
      territories?: string[];
      languages?: ('kk' | 'ru' | 'en')[];
      topics?: string[];
      panelOf?: string | null;
      sample?: { size: number; strata?: 'none' | 'territory' | 'language' } | null;
      open?: boolean;
    };
    LocalisedName: { kk: string; ru: string; en: string };
    CodedName: { code: string; name: components['schemas']['LocalisedName'] };
    Due: { on: string; workingDays: number | null; passed: boolean };
    Done: { done: true };
    CaseFile: {
      id: string;
      kind: 'photo' | 'voice' | 'document' | 'video';
      mediaType: string;
      sizeBytes: number;
      fileName: string | null;
      state: 'pending' | 'stored' | 'refused' | 'lost';
    };
    ThreadEntry: {
      id: string;
      kind: 'statement' | 'addition' | 'question' | 'reply' | 'answer' | 'dispute' | 'note' | 'notice';
      author: 'citizen' | 'officer' | 'operator' | 'system';
      authorName: string | null;
      language: 'kk' | 'ru' | 'en' | null;
      text: string;
      hasHidden: boolean;
      at: string;
      editedAt: string | null;
      details: { [key in string]: unknown } | null;
      files: components['schemas']['CaseFile'][];
      delivery: {
        state: 'waiting' | 'delivered' | 'unreachable' | 'failed';
        channel: string | null;
        at: string | null;
      } | null;
    };
    Ticket: {
      id: string;
      agency: components['schemas']['CodedName'];
      state: string;
      procedure: string;
      officer: { id: string; name: string } | null;
      registrationNumber: string | null;
      registeredOn: string | null;
      promised: components['schemas']['Due'] | null;
      statutory: components['schemas']['Due'] | null;
      registrationDueAt: string | null;
      registrationOverdue: boolean;
      review: components['schemas']['Due'] | null;
      hearingUntil: string | null;
      redirects: number;
      deliveredAt: string;
      answeredAt: string | null;
      closedAt: string | null;
      outcome: string | null;
      revision: number;
    };
    Case: {
      ticket: components['schemas']['Ticket'];
      otherTickets: components['schemas']['Ticket'][];
      number: string;
      kind: 'question' | 'problem' | 'complaint' | 'idea' | 'thanks';
      title: string;
      topic: components['schemas']['CodedName'] | null;
      place: {
        territory: components['schemas']['CodedName'] | null;
        lineage: components['schemas']['LocalisedName'][];
        addressText: string | null;
        point: { latitude: number; longitude: number } | null;
      };
      urgent: boolean;
      sensitive: boolean;
      language: 'kk' | 'ru' | 'en';
      channel: string;
      appealState: string;
      resolution: 'resolved' | 'partly' | 'unresolved' | null;
      disputes: number;
      submittedAt: string | null;
      entries: components['schemas']['ThreadEntry'][];
      commands: (
        | 'read'
        | 'take'
        | 'assign'
        | 'register'
        | 'correct_registration'
        | 'ask'
        | 'note'
        | 'extend'
        | 'hear'
        | 'redirect'
        | 'forward'
        | 'answer'
        | 'close'
        | 'read_identity'
      )[];
      statutoryOverdue: boolean;
      promiseBroken: boolean;
    };
    DatesExplained: {
      promise: { label: string; steps: string[] } | null;
      statutory: { label: string; steps: string[]; url: string | null } | null;
      review: { label: string; steps: string[] } | null;
      note: string | null;
    };
    ExtensionOffer: {
      earliest: string;
      latest: string | null;
      noticeDueOn: string | null;
      decidedBy: string[];
      deciders: { id: string; name: string; post: string }[];
      reasonRequired: boolean;
      allowedReason: string | null;
      reasonDraft: string;
      notice: string | null;
    };
    Identity: { details: { [key in string]: string }; originals: { entryId: string; text: string }[] };
    Staff: {
      id: string;
      givenName: string;
      familyName: string;
      email: string;
      role: 'officer' | 'supervisor' | 'operator' | 'monitor' | 'auditor' | 'confidant';
      agency: components['schemas']['CodedName'] | null;
      language: 'kk' | 'ru' | 'en';
      unitIds: string[];
      state: 'invited' | 'active' | 'deactivated';
      hasSecondFactor: boolean;
      post: 'head' | 'deputy_head' | 'head_of_office' | null;
      openTickets: number;
    };
    Me: {
      id: string;
      name: string;
      email: string;
      role: 'officer' | 'supervisor' | 'operator' | 'monitor' | 'auditor' | 'confidant';
      agency: components['schemas']['CodedName'] | null;
      language: 'kk' | 'ru' | 'en';
      hasSecondFactor: boolean;
      timezone: string;
      today: string;
      tiles: { url: string; attribution: string } | null;
    };
    InboxRow: {
      ticketId: string;
      number: string;
      title: string;
      kind: 'question' | 'problem' | 'complaint' | 'idea' | 'thanks';
      topic: components['schemas']['CodedName'] | null;
      place: components['schemas']['LocalisedName'] | null;
      agency: components['schemas']['CodedName'];
      state: string;
      officer: { id: string; name: string } | null;
      due: components['schemas']['Due'] | null;
      hearingUntil: string | null;
      risk: 'low' | 'medium' | 'high' | null;
      registrationDueAt: string | null;
      registrationOverdue: boolean;
      deliveredAt: string;
      urgent: boolean;
      language: 'kk' | 'ru' | 'en';
      unread: boolean;
      joined: number;
    };
    OfficerNewsLine: { news: 'mentioned' | 'watched' | 'assigned'; at: string; row: components['schemas']['InboxRow'] };
    EditorNewsLine: {
      stage: 'tasks-new' | 'tasks-soon' | 'tasks-late' | 'reviews-soon' | 'reviews-late';
      count: number;
      firstOn: string;
      at: string;
    };
    InboxPage: { items: components['schemas']['InboxRow'][]; nextCursor: string | null };
    InboxCounts: {
      [key in
        | 'open'
        | 'mine'
        | 'unassigned'
        | 'not_registered'
        | 'due_soon'
        | 'overdue'
        | 'disputed'
        | 'in_my_hand'
        | 'mentioned'
        | 'watched'
        | 'answered'
        | 'closed']: number;
    };
    Candidate: {
      agency: components['schemas']['CodedName'];
      topic: components['schemas']['CodedName'] | null;
      confidence: number | null;
      reason: string;
      words: string[];
      connected: boolean;
    };
    TriageItem: {
      appealId: string;
      number: string;
      kind: 'question' | 'problem' | 'complaint' | 'idea' | 'thanks';
      title: string;
      text: string;
      language: 'kk' | 'ru' | 'en';
      topic: components['schemas']['CodedName'] | null;
      place: components['schemas']['LocalisedName'] | null;
      addressText: string | null;
      submittedAt: string;
      urgent: boolean;
      reason: string | null;
      files: {
        id: string;
        kind: 'photo' | 'voice' | 'document' | 'video';
        state: 'pending' | 'stored' | 'refused' | 'lost';
      }[];
      earlier: {
        agency: components['schemas']['CodedName'];
        from: string;
        until: string | null;
        reason: string | null;
      }[];
      decideBy: components['schemas']['Due'] | null;
      candidates: components['schemas']['Candidate'][];
      placeMissingFor: components['schemas']['CodedName'] | null;
      secondReader: {
        type: 'agreed' | 'disagreed' | 'absent';
        preferred: components['schemas']['LocalisedName'] | null;
      } | null;
    };
    Agency: {
      code: string;
      name: components['schemas']['LocalisedName'];
      shortName: components['schemas']['LocalisedName'];
      place: components['schemas']['LocalisedName'] | null;
      connection: 'register' | 'connected' | 'mailbox' | 'none';
    };
    ParkedUpdate: { updateId: number; errorCode: string | null; receivedAt: string };
    JournalItem: {
      seq: number;
      at: string;
      type: string;
      actorKind: string;
      actorName: string | null;
      facts: { [key in string]: unknown };
      text: { [key in string]: unknown } | null;
      hash: string;
    };
    Session: {
      id: string;
      userAgent: string;
      createdAt: string;
      lastSeenAt: string;
      expiresAt: string;
      current: boolean;
    };
    ApiToken: {
      id: string;
      name: string;
      scopes: (
        | 'tickets:read'
        | 'tickets:write'
        | 'triage'
        | 'staff'
        | 'journal'
        | 'operations'
        | 'surveys'
        | 'knowledge'
        | 'petitions'
      )[];
      createdAt: string;
      lastUsedAt: string | null;
      expiresAt: string | null;
    };
    AgencyListed: {
      code: string;
      name: components['schemas']['LocalisedName'];
      shortName: components['schemas']['LocalisedName'];
      place: components['schemas']['LocalisedName'] | null;
      connection: 'register' | 'connected' | 'mailbox' | 'none';
      effectiveFrom: string;
      effectiveUntil: string | null;
      inForce: boolean;
    };
    Unit: { id: string; name: components['schemas']['LocalisedName'] };
    AgencyDetail: {
      code: string;
      name: components['schemas']['LocalisedName'];
      shortName: components['schemas']['LocalisedName'];
      place: components['schemas']['LocalisedName'] | null;
      connection: 'register' | 'connected' | 'mailbox' | 'none';
      effectiveFrom: string;
      effectiveUntil: string | null;
      inForce: boolean;
      kind: string;
      sector: string;
      territory: components['schemas']['CodedName'] | null;
      superior: components['schemas']['CodedName'] | null;
      channelPolicy: 'link_only' | 'masked' | 'full';
      confidence: 'high' | 'medium' | 'low';
      covers: string[];
      units: components['schemas']['Unit'][];
      competences: {
        id: string;
        role: string;
        roleName: components['schemas']['LocalisedName'] | null;
        topics: components['schemas']['CodedName'][];
        territory: components['schemas']['CodedName'] | null;
        ownership: 'any' | 'republican' | 'communal' | 'private';
        effectiveFrom: string;
        effectiveUntil: string | null;
        inForce: boolean;
      }[];
      chain: { approverIds: string[]; signatoryIds: string[]; wantsNumber: boolean };
      mayEdit: boolean;
      mayManage: boolean;
    };
    Superiors: {
      now: components['schemas']['CodedName'] | null;
      rows: {
        superior: components['schemas']['CodedName'] | null;
        effectiveFrom: string;
        effectiveUntil: string | null;
        basis: string;
        source: 'operator' | 'shipped' | 'directory';
        by: string | null;
        counts: boolean;
      }[];
      mayEdit: boolean;
    };
    CompetenceRole: {
      role: string;
      name: components['schemas']['LocalisedName'];
      level: 'country' | 'region' | 'district' | 'city_district';
      topics: components['schemas']['CodedName'][];
    };
    Category: {
      topic: components['schemas']['CodedName'];
      group: components['schemas']['LocalisedName'];
      promise: { value: number; unit: string };
      isOwnPromise: boolean;
      wantsProof: boolean;
    };
    ServicePromises: {
      general: { value: number; unit: string };
      history: {
        topic: components['schemas']['CodedName'] | null;
        length: { value: number; unit: string } | null;
        reason: string;
        by: string;
        at: string;
      }[];
    };
    OfficerChannel: {
      id: string;
      kind: 'slack' | 'staff_chat' | 'email' | 'webhook';
      place: string;
      unitId: string | null;
      topic: string | null;
      abroad: boolean;
      policy: 'link_only' | 'masked' | 'full' | null;
      language: 'kk' | 'ru' | 'en';
      state: 'active' | 'paused';
      fallbackOrder: number;
      fallbackAfterMinutes: number;
      health: 'untested' | 'ok' | 'failing' | 'broken';
      healthProblem: string | null;
    };
    WebhookAttempt: {
      id: string;
      eventId: string;
      event: string;
      attempt: number;
      status: number | null;
      problem: string | null;
      durationMs: number;
      at: string;
    };
    ChannelTest: { arrived: boolean; problem: string | null };
    TerritoryListed: {
      code: string;
      name: components['schemas']['LocalisedName'];
      level: 'region' | 'city_rep' | 'district' | 'city' | 'city_district' | 'town' | 'rural_district' | 'village';
      within: components['schemas']['CodedName'][];
      ended: boolean;
    };
    TerritoryDetail: {
      code: string;
      name: components['schemas']['LocalisedName'];
      level: 'region' | 'city_rep' | 'district' | 'city' | 'city_district' | 'town' | 'rural_district' | 'village';
      within: components['schemas']['CodedName'][];
      ended: boolean;
      point: { lat: number; lon: number } | null;
      children: components['schemas']['TerritoryListed'][];
      bodies: {
        agency: components['schemas']['CodedName'];
        role: components['schemas']['LocalisedName'] | null;
        effectiveFrom: string;
        effectiveUntil: string | null;
        inForce: boolean;
      }[];
      history: {
        name: components['schemas']['LocalisedName'];
        parent: components['schemas']['CodedName'] | null;
        level: 'region' | 'city_rep' | 'district' | 'city' | 'city_district' | 'town' | 'rural_district' | 'village';
        effectiveFrom: string;
        effectiveUntil: string | null;
        basis: string;
        by: string | null;
        at: string;
      }[];
      mayEdit: boolean;
    };
    CasePoint: { position: number; text: string };
    OfferedTemplate: {
      id: string;
      use: 'answer' | 'question' | 'note';
      name: components['schemas']['LocalisedName'];
      text: components['schemas']['LocalisedName'];
      outcome: 'done' | 'explained' | 'partly' | 'refused' | 'planned' | null;
      takes: boolean;
      note: string | null;
    };
    AnswerDraft: {
      stage: 'author' | 'approver' | 'signatory';
      isMine: boolean;
      author: string;
      approver: string | null;
      remark: string | null;
      changedAt: string;
      text: string;
      language: 'kk' | 'ru' | 'en';
      outcome: 'done' | 'explained' | 'partly' | 'refused' | 'planned';
      outgoingNumber: string | null;
      outgoingOn: string | null;
      addressed: number[] | null;
      files: { fileName: string | null; sizeBytes: number }[];
    };
    AnswerWork: {
      points: components['schemas']['CasePoint'][];
      pointsEdited: boolean;
      templates: components['schemas']['OfferedTemplate'][];
      draft: components['schemas']['AnswerDraft'] | null;
      chain: { approves: boolean; signs: boolean; wantsNumber: boolean };
      assistant: boolean;
      wantsProof: boolean;
    };
    AnswerCheck: {
      points: { position: number; text: string; addressed: boolean; by: 'officer' | 'words' }[];
      warnings: (
        | 'points_unaddressed'
        | 'no_legal_basis'
        | 'no_complaint_way'
        | 'hard_to_read'
        | 'template_only'
        | 'wrong_language'
        | 'third_persons'
      )[];
      readingEase: number | null;
      wordsPerSentence: number;
      writtenIn: 'kk' | 'ru' | 'en' | null;
    };
    Template: {
      id: string;
      agency: components['schemas']['CodedName'] | null;
      use: 'answer' | 'question' | 'note';
      name: components['schemas']['LocalisedName'];
      body: components['schemas']['LocalisedName'];
      outcome: 'done' | 'explained' | 'partly' | 'refused' | 'planned' | null;
      topic: string | null;
      takes: boolean;
      note: string | null;
      state: 'draft' | 'approved' | 'retired';
      createdBy: string;
      decidedBy: string | null;
      uses: number;
      resolved: number;
      partly: number;
      unresolved: number;
      disputed: number;
    };
    MachineText: { text: string; model: string };
    AnnouncementForm: {
      agency: string;
      subject: 'decisions' | 'acts' | 'works' | 'outages';
      topics: string[];
      territoryCode: string | null;
      texts: {
        kk: { title: string; body: string };
        ru: { title: string; body: string };
        en: { title: string; body: string } | null;
      };
      url: string | null;
      startsOn: string | null;
      endsOn: string | null;
    };
    Announcement: {
      id: string;
      agency: components['schemas']['CodedName'];
      form: components['schemas']['AnnouncementForm'];
      territory: components['schemas']['CodedName'] | null;
      state: 'published' | 'withdrawn';
      publishedAt: string;
      told: number;
      waiting: number;
    };
    KnowledgeGap: {
      id: string;
      label: string;
      state: 'open' | 'assigned' | 'published' | 'dismissed';
      agency: components['schemas']['CodedName'] | null;
      dueOn: string | null;
      isLate: boolean;
      sourceId: string | null;
      questions: number;
      untold: number;
      samples: string[];
    };
    SourceForm: {
      kind: 'article' | 'faq' | 'service_card';
      owner: string;
      topics: string[];
      validFrom: string;
      validUntil: string | null;
      reviewOn: string;
      sourceOn: string;
      texts: {
        kk: {
          title: string;
          body: string;
          card: { who: string; documents: string; term: string; fee: string; where: string } | null;
          synonyms: string[];
          references: { title: string; url: string | null }[];
        } | null;
        ru: {
          title: string;
          body: string;
          card: { who: string; documents: string; term: string; fee: string; where: string } | null;
          synonyms: string[];
          references: { title: string; url: string | null }[];
        } | null;
        en: {
          title: string;
          body: string;
          card: { who: string; documents: string; term: string; fee: string; where: string } | null;
          synonyms: string[];
          references: { title: string; url: string | null }[];
        } | null;
      };
    };
    SourceRow: {
      id: string;
      title: string;
      owner: components['schemas']['CodedName'];
      kind: 'article' | 'faq' | 'service_card';
      origin: 'shipped' | 'written' | 'imported' | 'case_answer';
      state: 'draft' | 'approved' | 'withdrawn';
      undecided: 'draft' | 'proposed' | null;
      languages: ('kk' | 'ru' | 'en')[];
      reviewOn: string;
      validUntil: string | null;
      isReviewDue: boolean;
      isExpired: boolean;
    };
    SourceCounts: { all: number; waiting: number; drafts: number; review: number; ending: number; withdrawn: number };
    SourceVersion: {
      id: string;
      number: number;
      state: 'draft' | 'proposed' | 'approved' | 'superseded' | 'rejected' | 'withdrawn';
      form: components['schemas']['SourceForm'];
      writtenBy: string;
      createdAt: string;
      decidedBy: string | null;
      decidedAt: string | null;
    };
    Source: {
      id: string;
      owner: components['schemas']['CodedName'];
      origin: 'shipped' | 'written' | 'imported' | 'case_answer';
      state: 'draft' | 'approved' | 'withdrawn';
      reviewOn: string;
      versions: components['schemas']['SourceVersion'][];
      currentVersionId: string | null;
      undecidedVersionId: string | null;
      may: { write: boolean; approve: boolean; approveUndecided: boolean };
      answers: { given: number; helpful: number; unhelpful: number };
    };
    SourcePreview: {
      language: 'kk' | 'ru' | 'en';
      title: string | null;
      paragraphs: string[];
      sources: { title: string; url: string | null }[];
      notes: string[];
      question: string | null;
      buttons: string[];
    };
    VoteIntegrity: {
      heldVerdicts: number;
      heldBallots: number;
      heldDue: components['schemas']['Due'] | null;
      note: { text: string; at: string } | null;
      signals: {
        kind: 'burst' | 'fresh_accounts' | 'one_referrer' | 'regular_night' | 'one_device';
        hour: string;
        count: number;
        lookedAt: string | null;
      }[];
      sources: { referrer: string | null; count: number }[];
    };
    VoteRound: {
      id: string;
      code: string;
      kind: 'ideas' | 'budget';
      state: 'draft' | 'collecting' | 'checking' | 'voting' | 'closed' | 'stopped';
      title: components['schemas']['LocalisedName'];
      place: components['schemas']['CodedName'] | null;
      rule: { type: 'none' | 'voices' | 'knapsack'; count: number | null };
      budget: number | null;
      currency: string | null;
      collectUntil: string | null;
      voteFrom: string | null;
      voteUntil: string;
      items: number;
    };
    VoteItem: {
      id: string;
      number: number;
      kind: 'idea' | 'project' | 'petition';
      state: 'proposed' | 'admitted' | 'refused' | 'withdrawn' | 'chosen' | 'not_chosen';
      language: 'kk' | 'ru' | 'en';
      title: string;
      body: string;
      cost: number | null;
      place: components['schemas']['CodedName'] | null;
      petitionCode: string | null;
      refusal: { code: string; note: string } | null;
      exposures: number;
      inFavour: number;
      against: number;
      skipped: number;
      share: number | null;
      low: number;
      high: number;
      places: number[];
      votes: number | null;
      progress: { stage: 'planned' | 'tender' | 'works' | 'done' | 'dropped'; note: string; at: string }[];
    };
    VoteRoundCase: {
      id: string;
      code: string;
      kind: 'ideas' | 'budget';
      state: 'draft' | 'collecting' | 'checking' | 'voting' | 'closed' | 'stopped';
      title: components['schemas']['LocalisedName'];
      place: components['schemas']['CodedName'] | null;
      rule: { type: 'none' | 'voices' | 'knapsack'; count: number | null };
      budget: number | null;
      currency: string | null;
      collectUntil: string | null;
      voteFrom: string | null;
      voteUntil: string;
      items: number;
      about: components['schemas']['LocalisedName'];
      seed: string;
      ballots: number;
      entries: components['schemas']['VoteItem'][];
      commands: ('open' | 'end-collecting' | 'start-voting' | 'close' | 'stop' | 'add-petition')[];
      page: string;
      territories: { place: components['schemas']['CodedName'] | null; ballots: number }[];
    };
    VoteObjection: {
      itemId: string;
      roundId: string;
      mark: string;
      title: string;
      reason: string;
      at: string;
      heardAt: string | null;
      against: number;
      exposures: number;
    };
    PetitionText: { ask: string; why: string; details: string };
    PetitionBrief: {
      id: string;
      code: string;
      language: 'kk' | 'ru' | 'en';
      state:
        | 'draft'
        | 'gathering_sponsors'
        | 'in_moderation'
        | 'open'
        | 'threshold_reached'
        | 'replied'
        | 'followed_up'
        | 'rejected'
        | 'withdrawn'
        | 'expired'
        | 'stopped';
      ask: string;
      profile: components['schemas']['CodedName'];
      authority: components['schemas']['LocalisedName'];
      agency: components['schemas']['CodedName'] | null;
      place: components['schemas']['CodedName'] | null;
    };
    ModerationItem: {
      id: string;
      code: string;
      language: 'kk' | 'ru' | 'en';
      state:
        | 'draft'
        | 'gathering_sponsors'
        | 'in_moderation'
        | 'open'
        | 'threshold_reached'
        | 'replied'
        | 'followed_up'
        | 'rejected'
        | 'withdrawn'
        | 'expired'
        | 'stopped';
      ask: string;
      profile: components['schemas']['CodedName'];
      authority: components['schemas']['LocalisedName'];
      agency: components['schemas']['CodedName'] | null;
      place: components['schemas']['CodedName'] | null;
      text: components['schemas']['PetitionText'];
      submittedAt: string | null;
      due: components['schemas']['Due'] | null;
      near: boolean;
      heldBy: { name: string; own: boolean } | null;
      heldUntil: string | null;
      proposal: { code: string; note: string; by: { name: string; own: boolean } } | null;
      appealed: boolean;
      mayDecide: boolean;
      earlierRejection: { code: string; note: string } | null;
      sponsors: number;
      barredHints: components['schemas']['LocalisedName'][];
      similar: { id: string; code: string; ask: string }[];
    };
    PetitionDuty: {
      id: string;
      petition: components['schemas']['PetitionBrief'];
      name: components['schemas']['LocalisedName'];
      counter: 'support' | 'signatures' | 'legal_reading' | null;
      required: number | null;
      countAtCrossing: number | null;
      crossedAt: string;
      waitsForRegister: boolean;
      registrationNumber: string | null;
      startedOn: string | null;
      due: components['schemas']['Due'] | null;
      rule: string | null;
      metAt: string | null;
      doneNote: string | null;
    };
    PetitionCase: {
      id: string;
      code: string;
      language: 'kk' | 'ru' | 'en';
      state:
        | 'draft'
        | 'gathering_sponsors'
        | 'in_moderation'
        | 'open'
        | 'threshold_reached'
        | 'replied'
        | 'followed_up'
        | 'rejected'
        | 'withdrawn'
        | 'expired'
        | 'stopped';
      ask: string;
      profile: components['schemas']['CodedName'];
      authority: components['schemas']['LocalisedName'];
      agency: components['schemas']['CodedName'] | null;
      place: components['schemas']['CodedName'] | null;
      original: components['schemas']['PetitionText'];
      published: components['schemas']['PetitionText'] | null;
      outcome: string | null;
      closesOn: string | null;
      counts: {
        support: number;
        held: number;
        signatures: number;
        signaturesShown: boolean;
        legal: { count: number; readOn: string; url: string } | null;
      };
      thresholds: {
        key: string;
        name: components['schemas']['LocalisedName'];
        counter: 'support' | 'signatures' | 'legal_reading';
        required: number;
      }[];
      duties: components['schemas']['PetitionDuty'][];
      portal: { name: string; url: string } | null;
      readings: { count: number; readOn: string; url: string; by: string; at: string }[];
      timeline: { at: string; type: string; words: string | null; on: string | null }[];
      integrityNote: { text: string; at: string } | null;
      commands: ('posting' | 'reading' | 'hearing' | 'reply' | 'follow_up' | 'outcome' | 'stop' | 'integrity')[];
      page: string;
    };
    PetitionSignal: {
      kind: 'burst' | 'fresh_accounts' | 'one_referrer' | 'regular_night' | 'one_device';
      hour: string;
      count: number;
      lookedBy: string | null;
      lookedAt: string | null;
    };
    PetitionIntegrity: {
      petition: components['schemas']['PetitionBrief'];
      support: number;
      held: number;
      heldDue: components['schemas']['Due'] | null;
      note: { text: string; at: string } | null;
      signals: components['schemas']['PetitionSignal'][];
      hours: { hour: string; count: number; fresh: number; topReferrer: number }[];
      sources: { source: string; referrer: string | null; count: number }[];
      thresholds: {
        enough: number;
        burstFactor: number;
        share: number;
        regular: number;
        oneDevice: number;
        night: { from: number; to: number };
      };
      decisions: { at: string; type: string; count: number; reason: string }[];
    };
    PetitionPause: {
      id: string;
      profile: components['schemas']['CodedName'];
      stops: ('start' | 'publish' | 'support')[];
      from: string;
      until: string;
      reason: string;
      by: string;
      at: string;
      liftedAt: string | null;
      inForce: boolean;
    };
    PetitionProfile: {
      id: string;
      name: components['schemas']['LocalisedName'];
      active: boolean;
      binding: 'statutory' | 'practice' | 'advisory';
      electionStops: ('start' | 'publish' | 'support')[];
      electionPeriods: { from: string; until: string; name: components['schemas']['LocalisedName'] }[];
      electionNote: components['schemas']['LocalisedName'];
    };
    CaseRouting: {
      type: 'proposal' | 'needs_place' | 'ask' | 'triage' | null;
      words: string[];
      placeWords: string | null;
      competence: string | null;
      procedure: string | null;
      chosen: {
        agency: components['schemas']['LocalisedName'] | null;
        topic: components['schemas']['LocalisedName'] | null;
        confidence: number;
      } | null;
      others: {
        agency: components['schemas']['LocalisedName'] | null;
        topic: components['schemas']['LocalisedName'] | null;
        confidence: number;
      }[];
      steps: { step: string; version: string; outcome: string; ms: number }[];
      opinion: {
        type: 'agreed' | 'disagreed' | 'absent';
        reason: string | null;
        model: string | null;
        preferred: components['schemas']['LocalisedName'] | null;
        confidenceBefore: number;
        confidenceAfter: number;
      } | null;
      similar: { ticketId: string; number: string; title: string; state: string; joined: boolean; likeness: number }[];
    };
    RoutingQuality: {
      days: number;
      total: {
        name: string;
        label: components['schemas']['LocalisedName'] | null;
        sent: number;
        toBody: number;
        firstTimeRight: number;
        redirected: number;
        changed: number;
        triaged: number;
        secondsToConfirm: number | null;
      };
      languages: {
        name: string;
        label: components['schemas']['LocalisedName'] | null;
        sent: number;
        toBody: number;
        firstTimeRight: number;
        redirected: number;
        changed: number;
        triaged: number;
        secondsToConfirm: number | null;
      }[];
      bodies: {
        name: string;
        label: components['schemas']['LocalisedName'] | null;
        sent: number;
        toBody: number;
        firstTimeRight: number;
        redirected: number;
        changed: number;
        triaged: number;
        secondsToConfirm: number | null;
      }[];
      confusions: {
        kind: 'topic' | 'body';
        said: string;
        saidLabel: components['schemas']['LocalisedName'] | null;
        meant: string;
        meantLabel: components['schemas']['LocalisedName'] | null;
        count: number;
      }[];
    };
    RoutingModelVersion: {
      version: number;
      state: 'current' | 'candidate' | 'retired' | 'refused';
      trainedAt: string;
      byNight: boolean;
      examples: number;
      excluded: {
        labelledBy: string;
        target: string;
        targetLabel: components['schemas']['LocalisedName'] | null;
        count: number;
      }[];
      figures: {
        [key in string]: {
          messages: number;
          rightBefore: number;
          rightAfter: number;
          lost: number;
          won: number;
          luck: number;
          verdict: 'better' | 'same' | 'worse';
        };
      };
      promotedAt: string | null;
    };
    SealedItem: {
      appealId: string;
      number: string;
      kind: string;
      language: string;
      submittedAt: string;
      place: components['schemas']['LocalisedName'] | null;
    };
    SurveyWords: { [key in 'kk' | 'ru' | 'en']: string };
    SurveyQuestionnaire: { [key in string]: unknown };
    SurveyRow: {
      id: string;
      revision: number;
      agency: components['schemas']['CodedName'];
      mode: 'anonymous' | 'confidential';
      state: 'draft' | 'in_review' | 'approved' | 'archived';
      title: components['schemas']['SurveyWords'];
      author: string;
      createdAt: string;
      waves: { id: string; number: number; state: string; closesAt: string }[];
    };
    SurveyReview: {
      problems: { code: string; path: string; language?: string }[];
      warnings: { code: string; path: string; language?: string; words?: string }[];
      seconds: { [key in 'kk' | 'ru' | 'en']: number };
    };
    SurveyRemark: {
      id: string;
      version: number;
      questionKey: string | null;
      words: string;
      author: string;
      createdAt: string;
      settled: boolean;
    };
    SurveyPage: {
      survey: components['schemas']['SurveyRow'];
      version: number;
      versionState: string;
      questionnaire: components['schemas']['SurveyQuestionnaire'];
      review: components['schemas']['SurveyReview'];
      versions: {
        number: number;
        state: string;
        author: string;
        approver: string | null;
        note: string | null;
        createdAt: string;
        decidedAt: string | null;
      }[];
      remarks: components['schemas']['SurveyRemark'][];
      isAuthor: boolean;
      mayRun: boolean;
    };
    SurveyPreview: {
      answers: { [key in string]: unknown };
      wrong: string | null;
      finished: boolean;
      view: {
        stepKey: string;
        position: number;
        total: number;
        text: string;
        row: string | null;
        hint: string;
        type: string;
        expects: string;
        options: { key: string; label: string; chosen: boolean; rank: number | null }[];
        ends: { low: string; high: string } | null;
        takesOther: boolean;
        canBack: boolean;
        canSkip: boolean;
        canDecline: boolean;
        atMost: number | null;
        sharesOf: number | null;
      } | null;
    };
    SurveyQuestionFigures: {
      key: string;
      type: string;
      text: components['schemas']['SurveyWords'];
      answered: number;
      skipped: number;
      declined: number;
      options: {
        key: string;
        label: components['schemas']['SurveyWords'];
        count: number | null;
        share: { value: number; interval: { low: number; high: number }; n: number; effectiveN: number } | null;
      }[];
      rows: {
        key: string;
        label: components['schemas']['SurveyWords'];
        options: {
          key: string;
          label: components['schemas']['SurveyWords'];
          count: number | null;
          share: { value: number; interval: { low: number; high: number }; n: number; effectiveN: number } | null;
        }[];
      }[];
      mean: { value: number; interval: { low: number; high: number }; n: number; effectiveN: number } | null;
      means: {
        key: string;
        label: components['schemas']['SurveyWords'];
        mean: { value: number; interval: { low: number; high: number }; n: number; effectiveN: number } | null;
      }[];
    };
    SurveyResultsPage: {
      waveId: string;
      surveyId: string;
      number: number;
      state: string;
      isLive: boolean;
      maySeePersons: boolean;
      title: components['schemas']['SurveyWords'];
      n: number;
      minCell: number;
      statement: string[];
      isSample: boolean;
      funnel: {
        asked: number;
        delivered: number;
        started: number;
        finished: number;
        screened: number;
        partial: number;
      };
      responseRate: number | null;
      weighting: { on: string; source: string; designEffect: number; effectiveN: number } | null;
      questions: components['schemas']['SurveyQuestionFigures'][];
      variables: {
        key: string;
        text: components['schemas']['SurveyWords'] | null;
        categories: { key: string; label: components['schemas']['SurveyWords'] | null }[];
      }[];
      durations: { band: string; people: number | null }[];
      leftAt: { step: string; text: components['schemas']['SurveyWords']; people: number | null }[];
      wordings: {
        key: string;
        wordings: {
          key: string;
          text: components['schemas']['SurveyWords'];
          result: components['schemas']['SurveyQuestionFigures'];
        }[];
      }[];
      openQuestions: { key: string; text: components['schemas']['SurveyWords'] }[];
      duty: {
        owner: string;
        dueOn: string;
        doneAt: string | null;
        findings: components['schemas']['SurveyWords'] | null;
        changes: components['schemas']['SurveyWords'] | null;
      } | null;
      hasRows: boolean;
      mayRun: boolean;
    };
    SurveyCrossTable: {
      rows: { key: string; total: number }[];
      columns: { key: string; total: number }[];
      counts: (number | null)[][] | null;
      test: { chiSquare: number; degrees: number; p: number; cramersV: number; isReliable: boolean };
    };
    SurveyOpenAnswers: {
      text: components['schemas']['SurveyWords'];
      answers: { submissionId: string; text: string; language: string; mine: string | null; theirs: string[] }[];
      proposals: { words: string[]; people: number; submissionIds: string[]; quotes: string[] }[];
      themes: { theme: string; answers: number }[];
      coders: number;
      codedByTwo: number;
      alpha: number | null;
      mayCode: boolean;
    };
    OpinionMap: {
      id: string;
      agency: components['schemas']['CodedName'];
      title: components['schemas']['SurveyWords'];
      question: components['schemas']['SurveyWords'];
      state: 'open' | 'closed';
      closesAt: string;
    };
    OpinionMapPage: {
      map: components['schemas']['OpinionMap'];
      statements: {
        id: string;
        words: string;
        language: string;
        state: 'proposed' | 'open' | 'removed';
        reason: string | null;
      }[];
      people: number;
      votes: number;
      groups: { size: number; typical: { said: { words: string; language: string }; side: 'agree' | 'disagree' }[] }[];
      uniting: { said: { words: string; language: string }; agree: number[]; seen: number }[];
      chatLink: string | null;
      publicLink: string;
      mayRun: boolean;
    };
    SurveyAudience: {
      territories: string[];
      languages: ('kk' | 'ru' | 'en')[];
      topics: string[];
      panelOf: string | null;
      sample: { size: number; strata: 'none' | 'territory' | 'language' } | null;
      open: boolean;
    };
    SurveyAudienceEstimate: {
      people: number;
      asked: number;
      strata: { key: string; place: components['schemas']['CodedName'] | null; people: number }[];
      endsAt: string | null;
      perSecond: number;
      budget: { messages: number; days: number };
      quiet: { from: number; until: number };
      isQuietNow: boolean;
    };
    SurveyWavePage: {
      id: string;
      surveyId: string;
      agency: components['schemas']['CodedName'];
      title: components['schemas']['SurveyWords'];
      number: number;
      version: number;
      state: 'prepared' | 'fielding' | 'paused' | 'closed' | 'published';
      mode: string;
      frameSize: number;
      audience: components['schemas']['SurveyAudience'];
      places: components['schemas']['CodedName'][];
      topics: components['schemas']['CodedName'][];
      seed: string;
      isDrawing: boolean;
      minCell: number;
      closesAt: string;
      startedAt: string | null;
      closedAt: string | null;
      contact: { counts: { [key in string]: number }; uncertain: number; retried: number };
      reminder: { counts: { [key in string]: number }; uncertain: number; retried: number };
      news: { counts: { [key in string]: number }; uncertain: number; retried: number };
      responses: { [key in string]: number };
      responseRate: number | null;
      quotas: { key: string; label: components['schemas']['SurveyWords']; taken: number | null; limit: number }[];
      endsAt: string | null;
      isQuietNow: boolean;
      open: { page: string; chat: string | null; group: string | null; qr: string } | null;
      duty: { owner: string; dueOn: string; doneAt: string | null; isOpen: boolean };
      mayRun: boolean;
    };
    Hearing: {
      noticeDueOn: string;
      sentOn: string | null;
      objectionDueOn: string | null;
      earliestActOn: string | null;
      position: 'agrees' | 'objects' | 'wants_hearing' | null;
      heardOn: string | null;
      ifSent: { sentOn: string; objectionDueOn: string | null; earliestActOn: string };
      isLate: boolean;
      statutoryOn: string | null;
    };
    SilenceComplaint: {
      about: {
        number: string;
        agency: components['schemas']['CodedName'];
        silentSince: string;
        forwardedTo: components['schemas']['CodedName'] | null;
      } | null;
      complaints: { number: string; state: string }[];
      forward: { dueOn: string | null; passed: boolean; to: components['schemas']['CodedName'] | null } | null;
    };
    CalendarDay: {
      on: string;
      working: boolean;
      kind: 'public' | 'transferred' | 'decree_day_off' | 'decree_working_day' | 'religious_day_off';
      name: components['schemas']['LocalisedName'];
      status: string | null;
      of: components['schemas']['CodedName'] | null;
      instead: { working: boolean; name: components['schemas']['LocalisedName'] | null } | null;
    };
    Calendar: {
      place: components['schemas']['CodedName'] | null;
      year: number;
      years: number[];
      coveredUntil: string;
      endsInDays: number | null;
      isWeekendsOnly: boolean;
      timezone: string;
      own: { hours: boolean; timezone: boolean };
      weekend: number[];
      workingDays: number;
      hours: { opens: string; closes: string; lunch: { from: string; to: string } | null };
      days: components['schemas']['CalendarDay'][];
    };
    CalendarHistoryItem: {
      edition: string | null;
      type: 'day' | 'inherited' | 'year' | 'hours' | 'timezone';
      day: {
        on: string;
        working: boolean;
        kind: 'public' | 'transferred' | 'decree_day_off' | 'decree_working_day' | 'religious_day_off';
        name: components['schemas']['LocalisedName'];
        status: string | null;
      } | null;
      on: string | null;
      timezone: string | null;
      year: number | null;
      hours: { opens: string; closes: string; lunch: { from: string; to: string } | null } | null;
      scope: components['schemas']['CodedName'] | null;
      reason: string;
      by: string;
      at: string;
    };
    MovedCases: {
      count: number;
      items: {
        ticketId: string;
        number: string;
        agency: components['schemas']['CodedName'];
        before: { promisedOn: string | null; statutoryOn: string | null };
        after: { promisedOn: string | null; statutoryOn: string | null };
      }[];
      duties: {
        dutyId: string;
        petitionId: string;
        ask: string;
        before: { promisedOn: string | null; statutoryOn: string | null };
        after: { promisedOn: string | null; statutoryOn: string | null };
      }[];
    };
    CalendarImport: {
      problems: { line: number; problem: string }[];
      days: number;
      edition: string | null;
      moved: components['schemas']['MovedCases'] | null;
    };
    Rule: {
      id: string;
      title: components['schemas']['LocalisedName'];
      length: string;
      starts: string;
      cutoff: 'end_of_working_day' | 'none';
      firstDay: 'next_day' | 'same_day';
      rollOver: 'next_working_day' | 'none' | 'unsettled';
      silence: 'refusal' | 'none';
      pauseAllowed: boolean;
      extension: { max: string | null; times: number | null; decidedBy: string[]; noticeWithin: string | null } | null;
      redirectWithin: string | null;
      procedures: string[];
      citation: components['schemas']['LocalisedName'];
      act: string;
      url: string | null;
      edition: string | null;
      trust: 'high' | 'medium' | 'low';
      from: string | null;
      until: string | null;
      inForce: boolean;
      notes: string | null;
    };
    Rulebook: {
      code: string;
      own: string;
      codes: string[];
      automaticRegistration: boolean;
      procedures: { procedure: string; rule: string | null; hearing: boolean }[];
      promises: { topic: string | null; length: string }[];
      review: { first: string; again: string; triage: string };
      steps: { step: string; clock: string; workingDays: number | null; receivers: string[] }[];
      rules: components['schemas']['Rule'][];
    };
    RegistrationReport: {
      accepted: { line: number; caseNumber: string; ticketId: string; number: string; on: string }[];
      rejected: { line: number; text: string; problem: string }[];
      registered: number;
    };
    Compliance: {
      from: string;
      until: string;
      rows: {
        received: number;
        registeredInTime: number;
        registeredLate: number;
        lawInTime: number;
        lawLate: number;
        promiseInTime: number;
        promiseLate: number;
        extended: number;
        redirected: number;
        overdueNow: number;
        silent: number;
        answered: number;
        confirmed: number | null;
        disputed: number | null;
        saidNothing: number | null;
        agency: components['schemas']['CodedName'];
      }[];
    };
    RiskPage: {
      items: {
        row: components['schemas']['InboxRow'];
        stage: 'delivered' | 'registered' | 'hearing';
        band: 'low' | 'medium' | 'high';
        percent: number;
        overdue: 'law' | 'promise' | null;
        basis: 'agency_and_topic' | 'agency' | 'everyone' | 'no_history';
        comparable: number;
        comparableLate: number;
        loadFactor: number;
      }[];
      counts: { high: number; medium: number; low: number };
      history: number;
    };
    RiskCalibration: {
      cases: number;
      brier: number | null;
      baselineBrier: number | null;
      bins: { from: number; to: number; cases: number; predicted: number; observed: number }[];
    };
    TopicSession: {
      id: string;
      agency: components['schemas']['CodedName'];
      title: components['schemas']['SurveyWords'];
      state: 'planned' | 'open' | 'closed' | 'summarised' | 'replied';
      opensAt: string;
      closesAt: string;
      owner: string;
      replyDueOn: string;
      isReplyLate: boolean;
    };
    TopicPage: {
      topic: components['schemas']['TopicSession'];
      question: components['schemas']['SurveyWords'];
      background: components['schemas']['SurveyWords'];
      rules: components['schemas']['SurveyWords'];
      summary: components['schemas']['SurveyWords'] | null;
      reply: components['schemas']['SurveyWords'] | null;
      counts: { people: number; contributions: number; waiting: number };
      contributions: {
        id: string;
        words: string;
        language: string;
        state: 'waiting' | 'shown' | 'removed';
        reason: string | null;
        theme: string | null;
        createdAt: string;
      }[];
      proposals: { words: string[]; people: number }[];
      chatLink: string | null;
      mayRun: boolean;
    };
    WeeklyBrief: {
      from: string;
      until: string;
      appeals: number;
      contributions: number;
      questions: number;
      rising: {
        topic: components['schemas']['CodedName'];
        thisWeek: number;
        usual: number;
        inSessions: number;
        places: { place: components['schemas']['CodedName'] | null; count: number }[];
        quotes: string[];
        done: { answered: number; open: number; late: number };
      }[];
      risingQuestions: { label: string; thisWeek: number; usual: number; hasAnswer: boolean }[];
      done: {
        kept: { kind: 'survey' | 'topic'; id: string; title: components['schemas']['SurveyWords'] }[];
        owed: number;
        late: number;
      };
      isSentToMe: boolean | null;
      receivers: string[];
    };
    SavedView: {
      id: string;
      name: string;
      view:
        | 'open'
        | 'mine'
        | 'unassigned'
        | 'not_registered'
        | 'due_soon'
        | 'overdue'
        | 'disputed'
        | 'in_my_hand'
        | 'mentioned'
        | 'watched'
        | 'answered'
        | 'closed';
      filter: {
        stage?: 'delivered' | 'registered' | 'hearing' | 'review';
        risk?: 'low' | 'medium' | 'high';
        officerId?: string;
        unitId?: string;
        topic?: string;
        kind?: 'question' | 'problem' | 'complaint' | 'idea' | 'thanks';
        language?: 'kk' | 'ru' | 'en';
        urgent?: true;
        olderThanDays?: number;
      };
      shared: boolean;
      isMine: boolean;
    };
    RelatedCase: { appealId: string; ticketId: string | null; number: string; title: string };
    CaseDesk: {
      isWatching: boolean;
      watchers: string[];
      parent: components['schemas']['RelatedCase'] | null;
      joined: components['schemas']['RelatedCase'][];
      linked: components['schemas']['RelatedCase'][];
    };
    Leave: {
      id: string;
      staffId: string;
      name: string;
      substituteId: string;
      substitute: string;
      fromOn: string;
      untilOn: string;
    };
    BulkOutcome: { ticketId: string; done: boolean; code: string | null; title: string | null };
    ClosingFigures: { answered: number; confirmed: number; disputed: number; silent: number };
    DraftSuggestion: {
      text: string | null;
      model: string | null;
      citations: { source: string; title: string; body: string }[];
    };
  };
}
export interface paths {
  '/api/v1/session': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Me'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { token: string; code?: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { codeNeeded: boolean } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    delete: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/session/language': {
    put: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/sessions': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Session'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/sessions/{sessionId}': {
    delete: {
      parameters: { query?: never; path: { sessionId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/session/second-factor/offer': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { secret: string; uri: string; qr: string } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/session/second-factor': {
    put: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { secret: string; code: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    delete: {
      parameters: { query: { code: string }; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tokens': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['ApiToken'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            scopes: (
              | 'tickets:read'
              | 'tickets:write'
              | 'triage'
              | 'staff'
              | 'journal'
              | 'operations'
              | 'surveys'
              | 'knowledge'
              | 'petitions'
            )[];
            days: number;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; token: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tokens/{tokenId}': {
    delete: {
      parameters: { query?: never; path: { tokenId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/demo/staff': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Staff'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/demo/session': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { staffId: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets': {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          view?:
            | 'open'
            | 'mine'
            | 'unassigned'
            | 'not_registered'
            | 'due_soon'
            | 'overdue'
            | 'disputed'
            | 'in_my_hand'
            | 'mentioned'
            | 'watched'
            | 'answered'
            | 'closed';
          stage?: 'delivered' | 'registered' | 'hearing' | 'review';
          risk?: 'low' | 'medium' | 'high';
          officerId?: string;
          unitId?: string;
          topic?: string;
          kind?: 'question' | 'problem' | 'complaint' | 'idea' | 'thanks';
          language?: 'kk' | 'ru' | 'en';
          urgent?: 'true';
          olderThanDays?: number;
        };
        path?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['InboxPage'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/counts': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['InboxCounts'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/search': {
    get: {
      parameters: { query: { q: string }; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['InboxPage'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/officer-news': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['OfficerNewsLine'][];
              editor: components['schemas']['EditorNewsLine'][];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}': {
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/cases/{number}/ticket': {
    get: {
      parameters: { query?: never; path: { number: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { ticketId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/seen': {
    put: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { revision: number; answering?: boolean } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { others: { name: string; isAnswering: boolean }[] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/dates': {
    get: {
      parameters: { query: { language: 'kk' | 'ru' | 'en' }; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['DatesExplained'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/extension': {
    get: {
      parameters: { query?: { until?: string }; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['ExtensionOffer'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/candidates': {
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Candidate'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/identity': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { purpose: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Identity'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/take': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': Record<string, never> | null } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/assign': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { to: string | null; unitId?: string | null } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/register': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { number: string; on: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/correct_registration': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { number: string; on: string; reason: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/ask': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { text: string; language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/note': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/extend': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { until: string; reason: string; decidedBy: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/redirect': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { to: string; reason: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/answer': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: {
        content: {
          'multipart/form-data': {
            text: string;
            language: 'kk' | 'ru' | 'en';
            outcome: 'done' | 'explained' | 'partly' | 'refused' | 'planned';
            signatory?: string;
            approver?: string;
            outgoingNumber?: string;
            outgoingOn?: string;
            addressed?: string;
            templateId?: string;
            files?: string[];
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['AnswerWork'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/answer/check': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: {
        content: {
          'application/json': {
            text: string;
            language: 'kk' | 'ru' | 'en';
            outcome: 'done' | 'explained' | 'partly' | 'refused' | 'planned';
            addressed?: number[] | null;
            signatory?: string;
            approver?: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['AnswerCheck'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/points': {
    put: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { points: string[] } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/answer/pass': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { text?: string; outgoingNumber?: string; outgoingOn?: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/answer/return': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { remark: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/translate': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: {
        content: {
          'application/json': { entryId?: string; text?: string; from?: 'kk' | 'ru' | 'en'; to: 'kk' | 'ru' | 'en' };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['MachineText'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/answer/suggest': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['DraftSuggestion'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/templates': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['Template'][];
              variables: (
                | 'number'
                | 'agency'
                | 'today'
                | 'received_on'
                | 'registered_on'
                | 'registration_number'
                | 'promised_on'
                | 'statutory_on'
                | 'place'
                | 'officer'
              )[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            use: 'answer' | 'question' | 'note';
            name: { kk: string; ru: string; en: string };
            body: { kk: string; ru: string; en: string };
            outcome?: 'done' | 'explained' | 'partly' | 'refused' | 'planned' | null;
            topic?: string | null;
            takes?: boolean;
            note?: string | null;
            agencyCode: string | null;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { templateId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/templates/{templateId}': {
    put: {
      parameters: { query?: never; path: { templateId: string } };
      requestBody: {
        content: {
          'application/json': {
            use: 'answer' | 'question' | 'note';
            name: { kk: string; ru: string; en: string };
            body: { kk: string; ru: string; en: string };
            outcome?: 'done' | 'explained' | 'partly' | 'refused' | 'planned' | null;
            topic?: string | null;
            takes?: boolean;
            note?: string | null;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/templates/{templateId}/approve': {
    post: {
      parameters: { query?: never; path: { templateId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/templates/{templateId}/retire': {
    post: {
      parameters: { query?: never; path: { templateId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/views': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['SavedView'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            view:
              | 'open'
              | 'mine'
              | 'unassigned'
              | 'not_registered'
              | 'due_soon'
              | 'overdue'
              | 'disputed'
              | 'in_my_hand'
              | 'mentioned'
              | 'watched'
              | 'answered'
              | 'closed';
            filter: {
              stage?: 'delivered' | 'registered' | 'hearing' | 'review';
              risk?: 'low' | 'medium' | 'high';
              officerId?: string;
              unitId?: string;
              topic?: string;
              kind?: 'question' | 'problem' | 'complaint' | 'idea' | 'thanks';
              language?: 'kk' | 'ru' | 'en';
              urgent?: true;
              olderThanDays?: number;
            };
            shared?: boolean;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { viewId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/views/{viewId}': {
    delete: {
      parameters: { query?: never; path: { viewId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/desk': {
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['CaseDesk'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/watch': {
    put: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { watching: boolean } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/join': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { ticketIds: string[] } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/unjoin': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': Record<string, never> | null } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/link': {
    put: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { number: string; linked: boolean } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/split': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { to: string; topicId: string; text: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { ticketId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/close': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/bulk': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            ticketIds: string[];
            act:
              | { type: 'take' }
              | { type: 'assign'; to: string | null; unitId?: string | null }
              | { type: 'register'; firstNumber: string }
              | { type: 'redirect'; to: string; reason: string };
          };
        };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['BulkOutcome'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/leaves': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Leave'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: { 'application/json': { staffId: string; substituteId: string; fromOn: string; untilOn: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { leaveId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/leaves/{leaveId}': {
    delete: {
      parameters: { query?: never; path: { leaveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/closing-figures': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['ClosingFigures'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies': {
    get: {
      parameters: { query?: { q?: string }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['AgencyListed'][]; total: number } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}': {
    get: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['AgencyDetail'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    put: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody: {
        content: {
          'application/json': {
            name: components['schemas']['LocalisedNameInput'];
            shortName: components['schemas']['LocalisedNameInput'];
            connection: 'register' | 'connected' | 'mailbox' | 'none';
            channelPolicy: 'link_only' | 'masked' | 'full';
            superiorCode: string | null;
            territoryCode: string | null;
            effectiveFrom: string;
            effectiveUntil: string | null;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}/chain': {
    put: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody: {
        content: { 'application/json': { approverIds: string[]; signatoryIds: string[]; wantsNumber: boolean } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}/units/{unitId}': {
    put: {
      parameters: { query?: never; path: { agencyCode: string; unitId: string } };
      requestBody: { content: { 'application/json': { name: components['schemas']['LocalisedNameInput'] } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Unit'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}/units': {
    post: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody: { content: { 'application/json': { name: components['schemas']['LocalisedNameInput'] } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Unit'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}/superiors': {
    get: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Superiors'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody: {
        content: {
          'application/json': {
            superiorCode: string | null;
            effectiveFrom: string;
            effectiveUntil: string | null;
            basis: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/competence-roles': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['CompetenceRole'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}/competences': {
    post: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody: {
        content: {
          'application/json': {
            role: string;
            topics: string[];
            territoryCode: string | null;
            ownership: 'any' | 'republican' | 'communal' | 'private';
            effectiveFrom: string;
            effectiveUntil: string | null;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { competenceId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}/competences/{competenceId}': {
    put: {
      parameters: { query?: never; path: { agencyCode: string; competenceId: string } };
      requestBody: {
        content: {
          'application/json': {
            role: string;
            topics: string[];
            territoryCode: string | null;
            ownership: 'any' | 'republican' | 'communal' | 'private';
            effectiveFrom: string;
            effectiveUntil: string | null;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { competenceId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/competent-bodies': {
    get: {
      parameters: { query: { topic: string; territory: string; on: string }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: { agency: components['schemas']['CodedName']; competenceId: string; isFallback: boolean }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/territories': {
    get: {
      parameters: { query?: { q?: string }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['TerritoryListed'][]; total: number } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            parentCode: string | null;
            level:
              | 'region'
              | 'city_rep'
              | 'district'
              | 'city'
              | 'city_district'
              | 'town'
              | 'rural_district'
              | 'village';
            name: { kk: string; ru: string; en: string };
            point: { lat: number; lon: number } | null;
            effectiveFrom: string;
            effectiveUntil: string | null;
            basis: string;
            code: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/territories/{territoryCode}': {
    get: {
      parameters: { query?: never; path: { territoryCode: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['TerritoryDetail'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    put: {
      parameters: { query?: never; path: { territoryCode: string } };
      requestBody: {
        content: {
          'application/json': {
            parentCode: string | null;
            level:
              | 'region'
              | 'city_rep'
              | 'district'
              | 'city'
              | 'city_district'
              | 'town'
              | 'rural_district'
              | 'village';
            name: { kk: string; ru: string; en: string };
            point: { lat: number; lon: number } | null;
            effectiveFrom: string;
            effectiveUntil: string | null;
            basis: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/categories': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Category'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/categories/{topic}': {
    put: {
      parameters: { query?: never; path: { topic: string } };
      requestBody: { content: { 'application/json': { wantsProof: boolean } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/promises': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['ServicePromises'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/promises/{topic}': {
    put: {
      parameters: { query?: never; path: { topic: 'default' | string } };
      requestBody: {
        content: {
          'application/json': {
            length: { value: number; unit: 'working_days' | 'calendar_days' } | null;
            reason: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/agencies/{agencyCode}/channels': {
    get: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['OfficerChannel'][];
              kinds: ('slack' | 'staff_chat' | 'email' | 'webhook')[];
              slackManifest: string;
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path: { agencyCode: string } };
      requestBody: {
        content: {
          'application/json': {
            kind: 'slack' | 'staff_chat' | 'email' | 'webhook';
            place?: string;
            unitId?: string | null;
            topic?: string | null;
            policy?: 'link_only' | 'masked' | 'full' | null;
            language?: 'kk' | 'ru' | 'en';
            fallbackOrder?: number;
            fallbackAfterMinutes?: number;
            topicPerCase?: boolean;
            secrets?: { [key in string]: string };
          };
        };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              channel: components['schemas']['OfficerChannel'];
              secret: string | null;
              code: string | null;
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/channels/{channelId}/test': {
    post: {
      parameters: { query?: never; path: { channelId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['ChannelTest'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/channels/{channelId}/pause': {
    post: {
      parameters: { query?: never; path: { channelId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/channels/{channelId}/resume': {
    post: {
      parameters: { query?: never; path: { channelId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/channels/{channelId}/code': {
    post: {
      parameters: { query?: never; path: { channelId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { code: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/channels/{channelId}/secret': {
    post: {
      parameters: { query?: never; path: { channelId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { secret: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/channels/{channelId}/deliveries': {
    get: {
      parameters: { query?: never; path: { channelId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['WebhookAttempt'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/admin/channels/deliveries/{eventId}/replay': {
    post: {
      parameters: { query?: never; path: { eventId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['ChannelTest'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/channels/connect-code': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { channel: 'slack' | 'telegram' } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { code: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/triage': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['TriageItem'][]; waiting: number } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/triage/{appealId}/route': {
    post: {
      parameters: { query?: never; path: { appealId: string } };
      requestBody: {
        content: { 'application/json': { agencyCode: string; topicId: string | null; reason?: string | null } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/routing/quality': {
    get: {
      parameters: { query?: { days?: number }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['RoutingQuality'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/routing/models': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { training: boolean; items: components['schemas']['RoutingModelVersion'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        202: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/routing/models/{version}/promote': {
    post: {
      parameters: { query?: never; path: { version: number } };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/sealed': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['SealedItem'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/sealed/{appealId}/open': {
    post: {
      parameters: { query?: never; path: { appealId: string } };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              text: string;
              candidates: { code: string; name: components['schemas']['LocalisedName'] }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/sealed/{appealId}/route': {
    post: {
      parameters: { query?: never; path: { appealId: string } };
      requestBody: { content: { 'application/json': { agencyCode: string; topicId?: string | null } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/sealed/{appealId}/unseal': {
    post: {
      parameters: { query?: never; path: { appealId: string } };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/routing': {
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['CaseRouting'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/agencies': {
    get: {
      parameters: { query?: { q?: string; limit?: number }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Agency'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/topics': {
    get: {
      parameters: { query?: { q?: string; limit?: number }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['CodedName'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/territories': {
    get: {
      parameters: { query?: { q?: string; limit?: number }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: {
                code: string;
                name: components['schemas']['LocalisedName'];
                within: components['schemas']['LocalisedName'] | null;
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/files/{fileId}': {
    get: {
      parameters: { query?: { download?: '1' }; path: { fileId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content?: never };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/journal/{number}': {
    get: {
      parameters: { query?: never; path: { number: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { number: string; items: components['schemas']['JournalItem'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/parked-updates': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['ParkedUpdate'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/parked-updates/{updateId}/release': {
    post: {
      parameters: { query?: never; path: { updateId: number } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/notices': {
    get: {
      parameters: { query?: { done?: 'yes' | 'no' }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: {
                id: string;
                kind: string;
                words: string | null;
                caseNumbers: string[];
                createdAt: string;
                doneAt: string | null;
                doneBy: string | null;
                remark: string | null;
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/notices/{noticeId}/done': {
    post: {
      parameters: { query?: never; path: { noticeId: string } };
      requestBody: { content: { 'application/json': { remark?: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/notices/{noticeId}/open': {
    post: {
      parameters: { query?: never; path: { noticeId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/staff': {
    get: {
      parameters: { query?: { agency?: string }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Staff'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': components['schemas']['NewStaffInput'] } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { staffId: string; link: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/staff/{staffId}/sessions': {
    get: {
      parameters: { query?: never; path: { staffId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Session'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/staff/{staffId}/sessions/{sessionId}': {
    delete: {
      parameters: { query?: never; path: { staffId: string; sessionId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/staff/{staffId}/link': {
    post: {
      parameters: { query?: never; path: { staffId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { staffId: string; link: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/staff/{staffId}': {
    put: {
      parameters: { query?: never; path: { staffId: string } };
      requestBody: {
        content: {
          'application/json': {
            role: 'officer' | 'supervisor' | 'operator' | 'monitor' | 'auditor' | 'confidant';
            unitIds: string[];
            post?: 'head' | 'deputy_head' | 'head_of_office' | null;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/staff/{staffId}/deactivate': {
    post: {
      parameters: { query?: never; path: { staffId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/staff/{staffId}/reactivate': {
    post: {
      parameters: { query?: never; path: { staffId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/sources': {
    get: {
      parameters: {
        query?: {
          view?: 'all' | 'waiting' | 'drafts' | 'review' | 'ending' | 'withdrawn';
          bodies?: 'own' | 'all';
          words?: string;
          cursor?: string;
        };
        path?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['SourceRow'][];
              counts: components['schemas']['SourceCounts'];
              nextCursor: string | null;
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            form: components['schemas']['SourceFormInput'];
            submit: boolean;
            gapId?: string | null;
            origin?: 'written' | 'case_answer';
          };
        };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { sourceId: string; versionId: string } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/sources/{sourceId}': {
    get: {
      parameters: { query?: never; path: { sourceId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Source'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    put: {
      parameters: { query?: never; path: { sourceId: string } };
      requestBody: {
        content: { 'application/json': { form: components['schemas']['SourceFormInput']; submit: boolean } };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { sourceId: string; versionId: string } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/versions/{versionId}/submission': {
    post: {
      parameters: { query?: never; path: { versionId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/versions/{versionId}/approval': {
    post: {
      parameters: { query?: never; path: { versionId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/versions/{versionId}/rejection': {
    post: {
      parameters: { query?: never; path: { versionId: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/sources/{sourceId}/withdrawal': {
    post: {
      parameters: { query?: never; path: { sourceId: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/sources/{sourceId}/review': {
    post: {
      parameters: { query?: never; path: { sourceId: string } };
      requestBody: { content: { 'application/json': { reviewOn: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/imports': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'multipart/form-data': { language: 'kk' | 'ru' | 'en'; owner?: string; reviewOn: string; file: string };
        };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { drafts: { sourceId: string; title: string }[] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/previews': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { form: components['schemas']['SourceFormInput'] } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['SourcePreview'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/gaps': {
    get: {
      parameters: { query?: { state?: 'open' | 'assigned' | 'published' | 'dismissed' }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['KnowledgeGap'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/gaps/{gapId}/assignment': {
    post: {
      parameters: { query?: never; path: { gapId: string } };
      requestBody: { content: { 'application/json': { agency: string; dueOn: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/gaps/{gapId}/source': {
    post: {
      parameters: { query?: never; path: { gapId: string } };
      requestBody: { content: { 'application/json': { sourceId: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/gaps/{gapId}/dismissal': {
    post: {
      parameters: { query?: never; path: { gapId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/knowledge/quality': {
    get: {
      parameters: { query?: { days?: number }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              rows: {
                status: string;
                language: 'kk' | 'ru' | 'en';
                answers: number;
                helpful: number;
                unhelpful: number;
              }[];
              worst: { sourceId: string; title: string; helpful: number; unhelpful: number }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/announcements': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['Announcement'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': components['schemas']['AnnouncementFormInput'] } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string; readers: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/announcements/{announcementId}/withdrawal': {
    post: {
      parameters: { query?: never; path: { announcementId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/knowledge-draft': {
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { title: string; body: string; language: 'kk' | 'ru' | 'en'; owner: string } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['SurveyRow'][];
              duties: {
                waveId: string;
                title: components['schemas']['SurveyWords'];
                agency: components['schemas']['CodedName'];
                owner: string;
                dueOn: string;
                isLate: boolean;
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            agency: string;
            mode: 'anonymous' | 'confidential';
            questionnaire?: components['schemas']['SurveyQuestionnaireInput'];
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { surveyId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-templates': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: {
                name: string;
                title: components['schemas']['SurveyWords'];
                questions: number;
                seconds: number;
                questionnaire: components['schemas']['SurveyQuestionnaire'];
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-drafts/import': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { source: string } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { questionnaire: components['schemas']['SurveyQuestionnaire'] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}': {
    get: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['SurveyPage'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    put: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody: {
        content: {
          'application/json': {
            revision: number;
            mode: 'anonymous' | 'confidential';
            questionnaire: components['schemas']['SurveyQuestionnaireInput'];
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { revision: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/submit': {
    post: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/approve': {
    post: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/archive': {
    post: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/send-back': {
    post: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody: { content: { 'application/json': { note: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/versions/{number}/source': {
    get: {
      parameters: { query?: { format?: 'yaml' | 'json' }; path: { surveyId: string; number: number } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content?: never };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-drafts/review': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: { 'application/json': { questionnaire: components['schemas']['SurveyQuestionnaireInput'] } };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SurveyReview'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-drafts/preview': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            questionnaire: components['schemas']['SurveyQuestionnaireInput'];
            language: 'kk' | 'ru' | 'en';
            answers: { [key in string]: unknown };
            seed?: string;
            answer?: { [key in string]: unknown };
            words?: string;
          };
        };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SurveyPreview'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/remarks': {
    post: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody: { content: { 'application/json': { questionKey: string | null; words: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/remarks/{remarkId}/settle': {
    post: {
      parameters: { query?: never; path: { surveyId: string; remarkId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-library': {
    get: {
      parameters: { query: { agency: string }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: {
                id: string;
                name: string;
                version: number;
                question: { [key in string]: unknown };
                mayRetire: boolean;
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': { agency: string | null; name: string; question: { [key in string]: unknown } };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-library/{questionId}/retire': {
    post: {
      parameters: { query?: never; path: { questionId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/persons': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody: { content: { 'application/json': { purpose: string; language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: {
                name: string | null;
                answeredOn: string;
                isComplete: boolean;
                answers: { question: string; answer: string }[];
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-audiences/estimate': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { audience: components['schemas']['SurveyAudienceInput'] } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SurveyAudienceEstimate'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/surveys/{surveyId}/waves': {
    post: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody: {
        content: {
          'application/json': {
            audience: components['schemas']['SurveyAudienceInput'];
            closesAt: string;
            duty: { ownerId: string; dueOn: string };
            seed?: string;
            minCell?: number;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { waveId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    get: {
      parameters: { query?: never; path: { surveyId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: {
                id: string;
                number: number;
                state: string;
                frameSize: number;
                finished: number;
                responseRate: number | null;
                closesAt: string;
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}': {
    get: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SurveyWavePage'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/start': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/pause': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/resume': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/close': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/remind': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { people: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/topic-sessions': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['TopicSession'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            agency: string;
            title: components['schemas']['SurveyWordsInput'];
            question: components['schemas']['SurveyWordsInput'];
            background: components['schemas']['SurveyWordsInput'];
            rules: components['schemas']['SurveyWordsInput'];
            opensAt: string;
            closesAt: string;
            ownerId: string;
            replyDueOn: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { topicId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/topic-sessions/{topicId}': {
    get: {
      parameters: { query?: never; path: { topicId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['TopicPage'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/topic-sessions/{topicId}/contributions/{contributionId}/moderate': {
    post: {
      parameters: { query?: never; path: { topicId: string; contributionId: string } };
      requestBody: {
        content: { 'application/json': { state: 'shown' | 'removed'; reason?: string | null; theme?: string | null } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/topic-sessions/{topicId}/summarise': {
    post: {
      parameters: { query?: never; path: { topicId: string } };
      requestBody: { content: { 'application/json': { words: components['schemas']['SurveyWordsInput'] } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/topic-sessions/{topicId}/reply': {
    post: {
      parameters: { query?: never; path: { topicId: string } };
      requestBody: { content: { 'application/json': { words: components['schemas']['SurveyWordsInput'] } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/weekly-brief': {
    get: {
      parameters: { query?: { until?: string }; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['WeeklyBrief'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/weekly-brief/choice': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { wants: boolean } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/opinion-maps': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['OpinionMap'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            agency: string;
            title: components['schemas']['SurveyWordsInput'];
            question: components['schemas']['SurveyWordsInput'];
            closesAt: string;
            statements: { words: string; language: 'kk' | 'ru' | 'en' }[];
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { mapId: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/opinion-maps/{mapId}': {
    get: {
      parameters: { query?: never; path: { mapId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['OpinionMapPage'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/opinion-maps/{mapId}/statements': {
    post: {
      parameters: { query?: never; path: { mapId: string } };
      requestBody: { content: { 'application/json': { words: string; language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/opinion-maps/{mapId}/statements/{statementId}/moderate': {
    post: {
      parameters: { query?: never; path: { mapId: string; statementId: string } };
      requestBody: { content: { 'application/json': { state: 'open' | 'removed'; reason?: string | null } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/opinion-maps/{mapId}/close': {
    post: {
      parameters: { query?: never; path: { mapId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/results': {
    get: {
      parameters: {
        query?: { variable?: string; category?: string; language?: 'kk' | 'ru' | 'en' };
        path: { waveId: string };
      };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SurveyResultsPage'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/cross': {
    get: {
      parameters: { query: { row: string; column: string }; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SurveyCrossTable'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/margins': {
    put: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody: {
        content: {
          'application/json': { on: string; source: string; totals: { [key in string]: { [key in string]: number } } };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/publish': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/duty': {
    post: {
      parameters: { query?: never; path: { waveId: string } };
      requestBody: {
        content: {
          'application/json': {
            findings: components['schemas']['SurveyWordsInput'];
            changes: components['schemas']['SurveyWordsInput'];
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/open-answers/{question}': {
    get: {
      parameters: { query?: never; path: { waveId: string; question: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SurveyOpenAnswers'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/open-answers/{question}/theme-names': {
    post: {
      parameters: { query?: never; path: { waveId: string; question: string } };
      requestBody: { content: { 'application/json': { language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { names: (string | null)[] | null } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/open-answers/{question}/codes': {
    put: {
      parameters: { query?: never; path: { waveId: string; question: string } };
      requestBody: { content: { 'application/json': { submissionIds: string[]; theme: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/export/{format}': {
    get: {
      parameters: {
        query?: { language?: 'kk' | 'ru' | 'en' };
        path: {
          waveId: string;
          format: 'csv' | 'words.csv' | 'xlsx' | 'sps' | 'codebook.json' | 'codebook.xml' | 'json';
        };
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content?: never };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/charts/{file}': {
    get: {
      parameters: { query?: { language?: 'kk' | 'ru' | 'en' }; path: { waveId: string; file: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content?: never };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/survey-waves/{waveId}/report': {
    get: {
      parameters: { query?: { language?: 'kk' | 'ru' | 'en' }; path: { waveId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content?: never };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/hearing': {
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['Hearing'] | null };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/hear': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { text: string; language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/heard': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { text: string; language: 'kk' | 'ru' | 'en' } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/dates.ics': {
    get: {
      parameters: { query: { language: 'kk' | 'ru' | 'en' }; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': string } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/complaint': {
    get: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['SilenceComplaint'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/tickets/{ticketId}/forward': {
    post: {
      parameters: { query?: never; path: { ticketId: string } };
      requestBody: { content: { 'application/json': { note?: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Case'] | null } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/calendar': {
    get: {
      parameters: { query?: { year?: number; territory?: string; agency?: string }; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Calendar'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/calendar/history': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['CalendarHistoryItem'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/calendar/preview': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            change:
              | {
                  type: 'day';
                  day: {
                    on: string;
                    working: boolean;
                    kind: 'public' | 'transferred' | 'decree_day_off' | 'decree_working_day' | 'religious_day_off';
                    name: { kk: string; ru: string; en: string };
                  };
                  scope: { type: 'country' } | { type: 'territory'; code: string } | { type: 'agency'; code: string };
                }
              | {
                  type: 'inherited';
                  on: string;
                  scope: { type: 'territory'; code: string } | { type: 'agency'; code: string };
                }
              | {
                  type: 'hours';
                  hours: { opens: string; closes: string; lunch: { from: string; to: string } | null };
                  scope: { type: 'country' } | { type: 'territory'; code: string } | { type: 'agency'; code: string };
                }
              | {
                  type: 'timezone';
                  timezone: string | null;
                  scope: { type: 'territory'; code: string } | { type: 'agency'; code: string };
                };
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['MovedCases'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/calendar/changes': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            change:
              | {
                  type: 'day';
                  day: {
                    on: string;
                    working: boolean;
                    kind: 'public' | 'transferred' | 'decree_day_off' | 'decree_working_day' | 'religious_day_off';
                    name: { kk: string; ru: string; en: string };
                  };
                  scope: { type: 'country' } | { type: 'territory'; code: string } | { type: 'agency'; code: string };
                }
              | {
                  type: 'inherited';
                  on: string;
                  scope: { type: 'territory'; code: string } | { type: 'agency'; code: string };
                }
              | {
                  type: 'hours';
                  hours: { opens: string; closes: string; lunch: { from: string; to: string } | null };
                  scope: { type: 'country' } | { type: 'territory'; code: string } | { type: 'agency'; code: string };
                }
              | {
                  type: 'timezone';
                  timezone: string | null;
                  scope: { type: 'territory'; code: string } | { type: 'agency'; code: string };
                };
            reason: string;
          };
        };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { edition: string; moved: components['schemas']['MovedCases'] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/calendar/editions/{edition}/move': {
    post: {
      parameters: { query?: never; path: { edition: string } };
      requestBody: { content: { 'application/json': { after?: string | null } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { moved: number; next: string | null } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/calendar/import': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            year: number;
            content: string;
            source: string;
            trial?: boolean;
            scope?: { type: 'country' } | { type: 'territory'; code: string } | { type: 'agency'; code: string };
          };
        };
      };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['CalendarImport'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/rulebooks/{code}': {
    get: {
      parameters: { query: { language: 'kk' | 'ru' | 'en' }; path: { code: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Rulebook'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/registrations': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { content: string; trial?: boolean } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['RegistrationReport'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/compliance': {
    get: {
      parameters: { query?: { from?: string; until?: string; public?: 'true' | 'false' }; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Compliance'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/compliance.csv': {
    get: {
      parameters: {
        query: { from?: string; until?: string; public?: 'true' | 'false'; language: 'kk' | 'ru' | 'en' };
        path?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': string } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/risk': {
    get: {
      parameters: {
        query?: { stage?: 'delivered' | 'registered' | 'hearing'; band?: 'low' | 'medium' | 'high' };
        path?: never;
      };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['RiskPage'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/risk/calibration': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['RiskCalibration'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/moderation': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['ModerationItem'][];
              load: { waiting: number; near: number; overdue: number; oldestDueOn: string | null };
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions': {
    get: {
      parameters: { query?: { q?: string }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['PetitionBrief'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}': {
    get: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['PetitionCase'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/check-out': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/let-go': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/publish': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: {
        content: { 'application/json': { text?: components['schemas']['PetitionTextInput']; note?: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/propose-rejection': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: {
        content: {
          'application/json': {
            code:
              | 'duplicate'
              | 'decided_recently'
              | 'barred_subject'
              | 'not_competent'
              | 'no_action'
              | 'personal_matter'
              | 'personal_data'
              | 'false_facts'
              | 'insulting'
              | 'advertising'
              | 'unreadable';
            note?: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/confirm-rejection': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/decline-rejection': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': Record<string, never> } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petition-duties': {
    get: {
      parameters: { query?: { state?: 'open' | 'met' }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['PetitionDuty'][];
              toHandle: components['schemas']['PetitionBrief'][];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/waiting': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              moderation: number;
              duties: number;
              overdue: number;
              toHandle: number;
              signals: number;
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petition-duties/{dutyId}/register': {
    post: {
      parameters: { query?: never; path: { dutyId: string } };
      requestBody: { content: { 'application/json': { number: string; on: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petition-duties/{dutyId}/done': {
    post: {
      parameters: { query?: never; path: { dutyId: string } };
      requestBody: { content: { 'application/json': { note: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/hearing': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': { on: string; place: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/reply': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/follow-up': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/outcome': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/stop': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': { text: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/readings': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': { count: number; readOn: string; url: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/posting': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: { content: { 'application/json': { url: string; on: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petition-readings/import': {
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': { csv: string } } };
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': { recorded: number; known: number; problems: { line: number; problem: string }[] };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petition-signals': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              waiting: { petition: components['schemas']['PetitionBrief']; count: number; newest: string }[];
              held: {
                petition: components['schemas']['PetitionBrief'];
                held: number;
                due: components['schemas']['Due'] | null;
              }[];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/integrity': {
    get: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['PetitionIntegrity'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/stretch': {
    get: {
      parameters: { query: { since: string; until: string; referrer?: string }; path: { petitionId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { counted: number; held: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/hold': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: {
        content: { 'application/json': { since: string; until: string; referrer?: string | null; reason: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { changed: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/release': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: {
        content: { 'application/json': { since: string; until: string; referrer?: string | null; reason: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { changed: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/invalidate': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody: {
        content: { 'application/json': { since: string; until: string; referrer?: string | null; reason: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { changed: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petitions/{petitionId}/signals-looked': {
    post: {
      parameters: { query?: never; path: { petitionId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petition-pauses': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: {
            'application/json': {
              items: components['schemas']['PetitionPause'][];
              profiles: components['schemas']['PetitionProfile'][];
            };
          };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: {
        content: {
          'application/json': {
            profileId: string;
            stops: ('start' | 'publish' | 'support')[];
            from: string;
            until: string;
            reason: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/petition-pauses/{pauseId}/lift': {
    post: {
      parameters: { query?: never; path: { pauseId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['VoteRound'][]; currency: string | null } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
    post: {
      parameters: { query?: never; path?: never };
      requestBody: { content: { 'application/json': components['schemas']['NewVoteRoundInput'] } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { id: string } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}': {
    get: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['VoteRoundCase'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/open': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/end-collecting': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/start-voting': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/close': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/stop': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody: { content: { 'application/json': { reason: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/petitions': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody: { content: { 'application/json': { code: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-items/{itemId}/admit': {
    post: {
      parameters: { query?: never; path: { itemId: string } };
      requestBody: { content: { 'application/json': { title?: string; body?: string; cost?: number | null } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-items/{itemId}/refuse': {
    post: {
      parameters: { query?: never; path: { itemId: string } };
      requestBody: {
        content: {
          'application/json': {
            code: 'not_competent' | 'too_costly' | 'not_lawful' | 'duplicate' | 'insulting' | 'unclear';
            note?: string;
          };
        };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-items/{itemId}/progress': {
    post: {
      parameters: { query?: never; path: { itemId: string } };
      requestBody: {
        content: { 'application/json': { stage: 'planned' | 'tender' | 'works' | 'done' | 'dropped'; note: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-items/{itemId}/hide-reason': {
    post: {
      parameters: { query?: never; path: { itemId: string } };
      requestBody: { content: { 'application/json': { mark: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-objections': {
    get: {
      parameters: { query?: { heard?: 'yes' | 'no' }; path?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': { items: components['schemas']['VoteObjection'][] } };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-items/{itemId}/heard': {
    post: {
      parameters: { query?: never; path: { itemId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/integrity': {
    get: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: {
          headers: Record<string, string>;
          content: { 'application/json': components['schemas']['VoteIntegrity'] };
        };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/stretch': {
    get: {
      parameters: { query: { since: string; until: string; referrer?: string }; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { counted: number; held: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/hold': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody: {
        content: { 'application/json': { since: string; until: string; referrer?: string | null; reason: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { changed: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/release': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody: {
        content: { 'application/json': { since: string; until: string; referrer?: string | null; reason: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { changed: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/invalidate': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody: {
        content: { 'application/json': { since: string; until: string; referrer?: string | null; reason: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { changed: number } } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/vote-rounds/{roundId}/signals-looked': {
    post: {
      parameters: { query?: never; path: { roundId: string } };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Done'] } };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
  '/api/v1/events': {
    get: {
      parameters: { query?: never; path?: never };
      requestBody?: never;
      responses: {
        200: { headers: Record<string, string>; content?: never };
        default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };
      };
    };
  };
}
