// Generated from docs/api/openapi.json by "npm run api-types".

export interface components {
    schemas: {
        Me: {
            id: string;
            name: string;
            login: string;
            roles: ("receptionist" | "salesperson" | "sales_manager" | "care_specialist" | "marketer" | "general_manager" | "administrator")[];
            rights: string[];
            stores: components["schemas"]["Store"][];
            /** @enum {string} */
            language: "zh" | "en";
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            must_change_password: boolean;
        };
        Store: {
            id: string;
            group_id: string;
            code: string;
            name: string;
            time_zone: string;
            currency: string;
            country: string;
            opening_hours: components["schemas"]["OpeningHours"][];
            address: string | null;
            phone: string | null;
            grade_labels: components["schemas"]["GradeLabels"];
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        OpeningHours: {
            weekday: number;
            opens: string;
            closes: string;
        };
        GradeLabels: {
            N: string | null;
            H: string | null;
            A: string | null;
            B: string | null;
            C: string | null;
        };
        SignIn: {
            login: string;
            password: string;
        };
        PasswordChange: {
            current_password: string;
            new_password: string;
        };
        Preferences: {
            /** @enum {string} */
            language: "zh" | "en";
            /** @enum {string} */
            theme: "system" | "light" | "dark";
        };
        SessionRecordItems: {
            items: components["schemas"]["SessionRecord"][];
        };
        SessionRecord: {
            id: string;
            current: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            user_agent: string;
            address: string;
        };
        CalendarFeed: {
            active: boolean;
            /** Format: date-time */
            made_at: string | null;
            /** Format: date-time */
            last_used_at: string | null;
        };
        NewCalendarFeed: {
            /** Format: date-time */
            made_at: string;
            path: string;
        };
        SetupState: {
            needed: boolean;
        };
        Setup: {
            token: string;
            group_name: string;
            store_name: string;
            store_code: string;
            time_zone: string;
            currency: string;
            country: string;
            name: string;
            login: string;
            password: string;
        };
        GroupItems: {
            items: components["schemas"]["Group"][];
        };
        Group: {
            id: string;
            name: string;
            /** Format: int64 */
            version: number;
        };
        NewGroup: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        GroupEdit: {
            name: string;
        };
        StoreItems: {
            items: components["schemas"]["Store"][];
        };
        NewStore: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            group_id: string;
            code: string;
            name: string;
            time_zone: string;
            currency: string;
            country: string;
            opening_hours: components["schemas"]["OpeningHours"][];
            address?: string | null;
            phone?: string | null;
            grade_labels?: components["schemas"]["GradeLabelsEdit"] | null;
        };
        GradeLabelsEdit: {
            N?: string | null;
            H?: string | null;
            A?: string | null;
            B?: string | null;
            C?: string | null;
        };
        StoreEdit: {
            /** Format: uuid */
            group_id: string;
            code: string;
            name: string;
            time_zone: string;
            currency: string;
            country: string;
            opening_hours: components["schemas"]["OpeningHours"][];
            retired: boolean;
            address?: string | null;
            phone?: string | null;
            grade_labels?: components["schemas"]["GradeLabelsEdit"] | null;
        };
        PersonPage: {
            items: components["schemas"]["Person"][];
            next_cursor: string | null;
        };
        Person: {
            id: string;
            name: string;
            login: string;
            roles: ("receptionist" | "salesperson" | "sales_manager" | "care_specialist" | "marketer" | "general_manager" | "administrator")[];
            store_ids: string[];
            group_id: string | null;
            phone: string | null;
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        NewPerson: {
            /** Format: uuid */
            id: string;
            name: string;
            login: string;
            roles: ("receptionist" | "salesperson" | "sales_manager" | "care_specialist" | "marketer" | "general_manager" | "administrator")[];
            store_ids: string[];
            /** Format: uuid */
            group_id?: string | null;
            phone?: string | null;
        };
        PersonCreated: {
            person: components["schemas"]["Person"];
            first_password: string | null;
        };
        PersonEdit: {
            name: string;
            login: string;
            roles: ("receptionist" | "salesperson" | "sales_manager" | "care_specialist" | "marketer" | "general_manager" | "administrator")[];
            store_ids: string[];
            /** Format: uuid */
            group_id?: string | null;
            phone?: string | null;
            retired: boolean;
        };
        FirstPassword: {
            first_password: string;
        };
        StaffMemberItems: {
            items: components["schemas"]["StaffMember"][];
        };
        StaffMember: {
            id: string;
            name: string;
            roles: ("receptionist" | "salesperson" | "sales_manager" | "care_specialist" | "marketer" | "general_manager" | "administrator")[];
        };
        ModelPage: {
            items: components["schemas"]["Model"][];
            next_cursor: string | null;
        };
        Model: {
            id: string;
            brand: string;
            series: string;
            name: string;
            /** Format: int64 */
            list_price: number;
            currency: string;
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        NewModel: {
            /** Format: uuid */
            id: string;
            brand: string;
            series: string;
            name: string;
            list_price: number;
            currency: string;
        };
        ModelEdit: {
            brand: string;
            series: string;
            name: string;
            list_price: number;
            currency: string;
            retired: boolean;
        };
        ListEntryItems: {
            items: components["schemas"]["ListEntry"][];
        };
        ListEntry: {
            code: string;
            parent_code: string | null;
            label_zh: string;
            label_en: string;
            /** Format: int64 */
            position: number;
            added: boolean;
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        NewListEntry: {
            /** Format: uuid */
            id: string;
            parent_code: string;
            label_zh: string;
            label_en: string;
        };
        ListEntryEdit: {
            label_zh: string;
            label_en: string;
            position: number;
            retired: boolean;
        };
        NewReason: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            list: "unfiled" | "exclusion";
            parent_code: string;
            label_zh: string;
            label_en: string;
        };
        TokenRecordItems: {
            items: components["schemas"]["TokenRecord"][];
        };
        TokenRecord: {
            id: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string | null;
            revoked: boolean;
        };
        NewToken: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        TokenCreated: {
            token: components["schemas"]["TokenRecord"];
            secret: string;
        };
        FactRowPage: {
            items: components["schemas"]["FactRow"][];
            next_cursor: string | null;
        };
        FactRow: {
            id: string;
            /** Format: date-time */
            at: string;
            kind: string;
            actor: components["schemas"]["Name"] | null;
            subject_kind: string;
            subject_id: string;
            data: unknown;
        };
        Name: {
            id: string;
            name: string;
        };
        DaysOffItems: {
            items: components["schemas"]["DaysOff"][];
        };
        DaysOff: {
            id: string;
            person: components["schemas"]["Name"];
            from_day: string;
            to_day: string;
            note: string | null;
            /** Format: int64 */
            version: number;
        };
        NewDaysOff: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            person_id: string;
            /** Format: date */
            from_day: string;
            /** Format: date */
            to_day: string;
            note?: string | null;
        };
        WorkingHoursItems: {
            items: components["schemas"]["WorkingHours"][];
        };
        WorkingHours: {
            person: components["schemas"]["Name"];
            hours: components["schemas"]["OpeningHours"][];
            /** Format: int64 */
            version: number;
        };
        WorkingHoursInput: {
            hours: components["schemas"]["OpeningHours"][];
        };
        Notifying: {
            mail_is_set_up: boolean;
            email: string | null;
            asked_email: string | null;
            by_mail: ("lead" | "visit" | "notice")[];
            push_key: string;
            devices: components["schemas"]["Device"][];
            by_push: ("lead" | "visit" | "notice")[];
        };
        Device: {
            id: string;
            current: boolean;
            user_agent: string;
            /** Format: date-time */
            made_at: string;
        };
        NotifyChoice: {
            by_mail?: ("lead" | "visit" | "notice")[] | null;
            by_push?: ("lead" | "visit" | "notice")[] | null;
        };
        NewAddress: {
            email: string;
        };
        AddressCode: {
            code: string;
        };
        NewDevice: {
            /** Format: uuid */
            id: string;
            endpoint: string;
            p256dh: string;
            auth: string;
        };
        FailedMessageItems: {
            items: components["schemas"]["FailedMessage"][];
        };
        FailedMessage: {
            id: string;
            to: components["schemas"]["Name"] | null;
            /** @enum {string} */
            channel: "mail" | "push";
            title: string;
            failure: string;
            /** Format: date-time */
            made_at: string;
            /** Format: date-time */
            failed_at: string;
            /** Format: int64 */
            tries: number;
        };
        House: {
            /** Format: date-time */
            now: string;
            day: string;
            /** Format: int64 */
            hour: number;
            visits: components["schemas"]["VisitView"][];
            duty: components["schemas"]["DutyEntry"][];
            on_turn: components["schemas"]["Name"] | null;
            /** Format: int64 */
            logged_parties: number;
            /** Format: int64 */
            counted_parties: number;
            /** Format: int64 */
            tapped_this_hour: number;
        };
        VisitView: {
            id: string;
            store_id: string;
            /** @enum {string} */
            way: "walk_in" | "appointment" | "call" | "again";
            /** @enum {string} */
            kind: "visit" | "call";
            /** @enum {string} */
            occasion: "first" | "again";
            /** Format: date-time */
            arrived_at: string;
            /** Format: date-time */
            appointed_at: string | null;
            /** Format: date-time */
            left_at: string | null;
            /** Format: int64 */
            minutes: number | null;
            day: string;
            /** Format: int64 */
            party_size: number;
            salesperson: components["schemas"]["Name"] | null;
            first_salesperson: components["schemas"]["Name"] | null;
            opened_by: components["schemas"]["Name"] | null;
            channel_code: string | null;
            /** @enum {string} */
            standing: "open" | "filed" | "unfiled" | "exclusion_asked" | "excluded";
            overdue: boolean;
            customer: components["schemas"]["CustomerOfVisit"] | null;
            model: components["schemas"]["Name"] | null;
            /** Format: int64 */
            price_from: number | null;
            /** Format: int64 */
            price_to: number | null;
            /** @enum {string|null} */
            purchase_when: "this_week" | "this_month" | "next_month" | "date" | "unknown" | null;
            purchase_day: string | null;
            reason_code: string | null;
            /** Format: int64 */
            asks: number | null;
            second_face: boolean | null;
            story: string | null;
            test_drive: boolean | null;
            quote: boolean | null;
            trade_in: boolean | null;
            /** @enum {string|null} */
            transport: "on_foot" | "bicycle" | "motorbike" | "car" | "taxi" | "public_transport" | "other" | null;
            colour: string | null;
            current_car: string | null;
            competing_model: string | null;
            questionnaire: boolean | null;
            exclusion_code: string | null;
            exclusion_asked_by: components["schemas"]["Name"] | null;
            exclusion_confirmed_by: components["schemas"]["Name"] | null;
            /** Format: date-time */
            closed_at: string | null;
            /** Format: int64 */
            version: number;
            can: ("edit" | "file" | "leave_unfiled" | "exclude" | "depart" | "hand_over" | "confirm_exclusion" | "reject_exclusion" | "reopen")[];
        };
        CustomerOfVisit: {
            id: string;
            name: string;
            /** @enum {string|null} */
            sex: "female" | "male" | null;
            phone: string | null;
            wechat: string | null;
        };
        DutyEntry: {
            person: components["schemas"]["Name"];
            /** Format: int64 */
            turns: number;
            /** Format: int64 */
            skipped: number;
            on_turn: boolean;
            busy: boolean;
        };
        Today: {
            /** Format: date-time */
            now: string;
            day: string;
            open: components["schemas"]["VisitView"][];
            overdue: components["schemas"]["VisitView"][];
            to_confirm: components["schemas"]["VisitView"][];
            closed: components["schemas"]["VisitView"][];
            figures: components["schemas"]["Figures"];
        };
        Figures: {
            /** Format: int64 */
            first_visits: number;
            /** Format: int64 */
            filed: number;
            /** Format: int64 */
            unfiled: number;
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            excluded: number;
            /** Format: int64 */
            again: number;
            /** Format: int64 */
            calls: number;
            /** Format: int64 */
            heads: number;
            /** Format: int64 */
            logged_parties: number;
            /** Format: int64 */
            counted_parties: number | null;
        };
        VisitViewPage: {
            items: components["schemas"]["VisitView"][];
            next_cursor: string | null;
        };
        NewVisit: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            way: "walk_in" | "appointment" | "call" | "again";
            /** @enum {string|null} */
            kind?: "visit" | "call" | null;
            party_size?: number | null;
            /** Format: date-time */
            arrived_at?: string | null;
            /** Format: date-time */
            left_at?: string | null;
            /** Format: date-time */
            appointed_at?: string | null;
            /** Format: uuid */
            salesperson_id?: string | null;
            /** Format: uuid */
            customer_id?: string | null;
            channel_code?: string | null;
            /** @enum {string|null} */
            transport?: "on_foot" | "bicycle" | "motorbike" | "car" | "taxi" | "public_transport" | "other" | null;
        };
        VisitEdit: {
            party_size: number;
            /** @enum {string} */
            kind: "visit" | "call";
            /** @enum {string} */
            occasion: "first" | "again";
            /** Format: date-time */
            arrived_at: string;
            /** Format: date-time */
            appointed_at?: string | null;
            /** Format: date-time */
            left_at?: string | null;
            channel_code?: string | null;
            /** Format: uuid */
            model_id?: string | null;
            price_from?: number | null;
            price_to?: number | null;
            /** @enum {string|null} */
            purchase_when?: "this_week" | "this_month" | "next_month" | "date" | "unknown" | null;
            /** Format: date */
            purchase_day?: string | null;
            reason_code?: string | null;
            asks?: number | null;
            second_face?: boolean | null;
            story?: string | null;
            test_drive?: boolean | null;
            quote?: boolean | null;
            trade_in?: boolean | null;
            /** @enum {string|null} */
            transport?: "on_foot" | "bicycle" | "motorbike" | "car" | "taxi" | "public_transport" | "other" | null;
            colour?: string | null;
            current_car?: string | null;
            competing_model?: string | null;
            questionnaire?: boolean | null;
        };
        Departure: {
            /** Format: date-time */
            left_at?: string | null;
        };
        Handover: {
            /** Format: uuid */
            to: string;
        };
        Filing: {
            customer: components["schemas"]["FiledCustomer"];
            /** Format: uuid */
            model_id?: string | null;
            price_from?: number | null;
            price_to?: number | null;
            /** @enum {string} */
            purchase_when: "this_week" | "this_month" | "next_month" | "date" | "unknown";
            /** Format: date */
            purchase_day?: string | null;
            consent: components["schemas"]["ConsentGiven"];
            channel_code?: string | null;
            test_drive: boolean;
            quote: boolean;
            trade_in: boolean;
            /** @enum {string|null} */
            transport?: "on_foot" | "bicycle" | "motorbike" | "car" | "taxi" | "public_transport" | "other" | null;
            colour?: string | null;
            current_car?: string | null;
            competing_model?: string | null;
            questionnaire?: boolean | null;
            story?: string | null;
            /** Format: date-time */
            left_at?: string | null;
        };
        FiledCustomer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            known_id?: string | null;
            name: string;
            /** @enum {string|null} */
            sex?: "female" | "male" | null;
            phone?: string | null;
            wechat?: string | null;
            plate?: string | null;
        };
        ConsentGiven: {
            given: boolean;
            purposes: ("follow_up" | "marketing")[];
        };
        Unfiling: {
            reason_code: string;
            asks: number;
            second_face: boolean;
            story: string;
            /** Format: uuid */
            model_id?: string | null;
            channel_code?: string | null;
            test_drive: boolean;
            quote: boolean;
            trade_in: boolean;
            /** @enum {string|null} */
            transport?: "on_foot" | "bicycle" | "motorbike" | "car" | "taxi" | "public_transport" | "other" | null;
            colour?: string | null;
            current_car?: string | null;
            competing_model?: string | null;
            questionnaire?: boolean | null;
            /** Format: date-time */
            left_at?: string | null;
        };
        ExclusionRequest: {
            code: string;
            story?: string | null;
        };
        Known: {
            customer: components["schemas"]["KnownCustomer"] | null;
            phone: string | null;
            phone_display: string | null;
        };
        KnownCustomer: {
            id: string;
            name: string;
            salesperson: components["schemas"]["Name"] | null;
            /** Format: int64 */
            visits: number;
            /** Format: date-time */
            last_visit_at: string | null;
        };
        DutyEntryItems: {
            items: components["schemas"]["DutyEntry"][];
        };
        DutySwitch: {
            on: boolean;
        };
        DayOfDoorItems: {
            items: components["schemas"]["DayOfDoor"][];
        };
        DayOfDoor: {
            day: string;
            /** Format: int64 */
            logged: number;
            /** Format: int64 */
            counted: number;
            completeness: number | null;
            hours: components["schemas"]["HourOfDoor"][];
        };
        HourOfDoor: {
            /** Format: int64 */
            hour: number;
            /** Format: int64 */
            logged: number;
            /** Format: int64 */
            desk: number;
            /** Format: int64 */
            sensor: number | null;
            /** Format: int64 */
            counted: number;
        };
        DoorTap: {
            /** Format: uuid */
            id: string;
            parties: number;
        };
        HourCounted: {
            day: string;
            /** Format: int64 */
            hour: number;
            /** Format: int64 */
            parties: number;
        };
        SensorCount: {
            sensor: string;
            parties: number;
        };
        Import: {
            id: string;
            store_id: string;
            file_name: string;
            /** @enum {string} */
            kind: "visits" | "prospects";
            /** @enum {string} */
            state: "mapping" | "trying" | "tried" | "running" | "done" | "failed";
            format: components["schemas"]["ImportFormat"];
            headers: string[];
            preview: string[][];
            columns: ("arrived_on" | "arrived_at" | "arrived_time" | "left_time" | "way" | "occasion" | "party_size" | "salesperson" | "customer_name" | "sex" | "phone" | "wechat" | "plate" | "channel" | "model" | "purchase_day" | "grade" | "price" | "reason" | "asks" | "second_face" | "story" | "test_drive" | "quote" | "trade_in" | "exclusion" | "appointed_at" | "transport" | "colour" | "current_car" | "competing_model" | "questionnaire" | "email" | "registered_on" | "last_contact_on" | "next_on" | null)[];
            /** Format: int64 */
            default_year: number;
            /** Format: int64 */
            rows_total: number;
            /** Format: int64 */
            rows_done: number;
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            matched: number;
            /** Format: int64 */
            refused: number;
            first_day: string | null;
            last_day: string | null;
            error: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Name"] | null;
            /** Format: int64 */
            version: number;
        };
        ImportFormat: {
            xlsx: boolean;
            encoding: string | null;
            delimiter: string | null;
        };
        ImportItems: {
            items: components["schemas"]["Import"][];
        };
        MappingInput: {
            columns: ("arrived_on" | "arrived_at" | "arrived_time" | "left_time" | "way" | "occasion" | "party_size" | "salesperson" | "customer_name" | "sex" | "phone" | "wechat" | "plate" | "channel" | "model" | "purchase_day" | "grade" | "price" | "reason" | "asks" | "second_face" | "story" | "test_drive" | "quote" | "trade_in" | "exclusion" | "appointed_at" | "transport" | "colour" | "current_car" | "competing_model" | "questionnaire" | "email" | "registered_on" | "last_contact_on" | "next_on" | null)[];
            default_year?: number | null;
        };
        ImportRowPage: {
            items: components["schemas"]["ImportRow"][];
            next_cursor: string | null;
        };
        ImportRow: {
            /** Format: int64 */
            number: number;
            /** @enum {string} */
            result: "create" | "match" | "refuse";
            code: string | null;
            detail: string | null;
            cells: string[];
        };
        CardViewPage: {
            items: components["schemas"]["CardView"][];
            next_cursor: string | null;
        };
        CardView: {
            id: string;
            store_id: string;
            customer: components["schemas"]["CardCustomer"];
            salesperson: components["schemas"]["Name"] | null;
            /** @enum {string} */
            standing: "following" | "loss_asked" | "ordered" | "delivered" | "lost";
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            grade_reason: string | null;
            /** @enum {string} */
            purchase_when: "this_week" | "this_month" | "next_month" | "date" | "unknown";
            expected_on: string | null;
            must_be_redated: boolean;
            /** @enum {string|null} */
            sureness: "sure" | "likely" | "vague" | null;
            model: components["schemas"]["Name"] | null;
            colour: string | null;
            competing_model: string | null;
            /** @enum {string|null} */
            car_condition: "new_car" | "used_car" | null;
            trade_in: boolean | null;
            /** @enum {string|null} */
            payment: "cash" | "loan" | "lease" | null;
            /** Format: int64 */
            price_from: number | null;
            /** Format: int64 */
            price_to: number | null;
            next: components["schemas"]["NextView"] | null;
            next_by: string | null;
            /** Format: date-time */
            followed_at: string | null;
            /** Format: date-time */
            reached_at: string | null;
            /** Format: int64 */
            tries: number;
            visit_id: string | null;
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            closed_at: string | null;
            /** Format: int64 */
            version: number;
            can: ("follow_up" | "edit" | "place_order" | "deliver" | "cancel_order" | "hand_over" | "approve_loss" | "reject_loss")[];
        };
        CardCustomer: {
            id: string;
            name: string;
            phone: string | null;
            wechat: string | null;
            email: string | null;
        };
        NextView: {
            /** Format: date-time */
            at: string;
            on: string;
            timed: boolean;
            overdue: boolean;
            /** @enum {string|null} */
            way: "call" | "message" | "visit" | "test_drive" | "home_visit" | "event" | null;
            promise: string | null;
        };
        ColumnItems: {
            items: components["schemas"]["Column"][];
        };
        Column: {
            /** @enum {string} */
            stage: "fresh" | "following" | "test_driven" | "quoted" | "ordered" | "loss_asked" | "delivered" | "lost";
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            /** Format: int64 */
            cards: number;
            /** Format: int64 */
            overdue: number;
        };
        ListFilterItems: {
            items: components["schemas"]["ListFilter"][];
        };
        ListFilter: {
            id: string;
            name: string;
            query: string;
            shared: boolean;
            owner: components["schemas"]["Name"];
            /** Format: int64 */
            version: number;
            can: ("edit" | "remove")[];
        };
        NewListFilter: {
            /** Format: uuid */
            id: string;
            name: string;
            query: string;
            shared: boolean;
        };
        ListFilterInput: {
            name: string;
            query: string;
            shared: boolean;
        };
        CardHolderItems: {
            items: components["schemas"]["CardHolder"][];
        };
        CardHolder: {
            salesperson: components["schemas"]["Name"] | null;
            sells_here: boolean;
            buckets: components["schemas"]["BucketCount"][];
            /** Format: int64 */
            cards: number;
        };
        BucketCount: {
            /** @enum {string} */
            bucket: "N" | "H" | "A" | "B" | "C" | "ordered";
            /** Format: int64 */
            cards: number;
        };
        NewReassignment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            from?: string | null;
            /** @enum {string} */
            reason: "leaving" | "ill" | "other";
            shares: components["schemas"]["BucketShare"][];
            cards: components["schemas"]["SingleCard"][];
        };
        BucketShare: {
            /** @enum {string} */
            bucket: "N" | "H" | "A" | "B" | "C" | "ordered";
            cards: number;
            to: string[];
        };
        SingleCard: {
            /** Format: uuid */
            card_id: string;
            /** Format: uuid */
            to: string;
        };
        ReassignmentView: {
            id: string;
            from: components["schemas"]["Name"] | null;
            /** @enum {string} */
            reason: "leaving" | "ill" | "other";
            by: components["schemas"]["Name"];
            /** Format: date-time */
            at: string;
            given: components["schemas"]["GivenCards"][];
            accesses_ended: boolean;
        };
        GivenCards: {
            salesperson: components["schemas"]["Name"];
            /** Format: int64 */
            cards: number;
        };
        MonthForm: {
            salesperson: components["schemas"]["Name"];
            month: string;
            /** Format: int64 */
            days: number;
            rows: components["schemas"]["FormRow"][];
            /** Format: int64 */
            left_out: number;
        };
        FormRow: {
            card: components["schemas"]["CardView"];
            /** @enum {string} */
            source: "R" | "B" | "S" | "P" | "E" | "W";
            /** @enum {string|null} */
            grade_before: "N" | "H" | "A" | "B" | "C" | null;
            days: components["schemas"]["FormDay"][];
            /** @enum {string|null} */
            result: "carried_over" | "ordered" | "delivered" | "lost" | null;
            /** @enum {string|null} */
            grade_after: "N" | "H" | "A" | "B" | "C" | null;
        };
        FormDay: {
            /** Format: int64 */
            day: number;
            planned: boolean;
            /** @enum {string|null} */
            grade: "N" | "H" | "A" | "B" | "C" | null;
            reached: boolean | null;
        };
        DayForm: {
            salesperson: components["schemas"]["Name"];
            day: string;
            lines: components["schemas"]["DayLine"][];
            totals: components["schemas"]["DayTotal"][];
        };
        DayLine: {
            /** Format: date-time */
            at: string;
            customer: components["schemas"]["CardCustomer"];
            model: components["schemas"]["Name"] | null;
            /** @enum {string} */
            source: "R" | "B" | "S" | "P" | "E" | "W";
            /** @enum {string} */
            purpose: "develop" | "promote" | "after_sale";
            /** @enum {string} */
            way: "call" | "message" | "visit" | "test_drive" | "home_visit" | "event";
            reached: boolean;
            /** @enum {string|null} */
            grade_before: "N" | "H" | "A" | "B" | "C" | null;
            /** @enum {string} */
            grade_after: "N" | "H" | "A" | "B" | "C";
            /** @enum {string} */
            standing: "following" | "loss_asked" | "ordered" | "delivered" | "lost";
            said: string | null;
            next_on: string | null;
            card_id: string;
        };
        DayTotal: {
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            /** Format: int64 */
            carried: number;
            /** Format: int64 */
            opened: number;
            /** Format: int64 */
            ordered: number;
            /** Format: int64 */
            lost: number;
            /** Format: int64 */
            at_end: number;
        };
        Calibration: {
            from: string;
            to: string;
            /** Format: int64 */
            h_days: number;
            /** Format: int64 */
            a_days: number;
            /** Format: int64 */
            b_days: number;
            store: components["schemas"]["Calibrated"][];
            people: components["schemas"]["PersonCalibration"][];
        };
        Calibrated: {
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            /** Format: int64 */
            said: number;
            /** Format: int64 */
            ordered: number;
            /** Format: int64 */
            running: number;
            rate: number | null;
            low: number | null;
            high: number | null;
            enough: boolean;
        };
        PersonCalibration: {
            person: components["schemas"]["Name"];
            grades: components["schemas"]["Calibrated"][];
        };
        SaidCardPage: {
            items: components["schemas"]["SaidCard"][];
            next_cursor: string | null;
        };
        SaidCard: {
            card: components["schemas"]["CardView"];
            person: components["schemas"]["Name"];
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            said_on: string;
            until: string;
            ordered_on: string | null;
            /** @enum {string} */
            outcome: "ordered" | "not_ordered" | "running";
        };
        DueList: {
            /** Format: date-time */
            now: string;
            day: string;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            done: number;
            away_until: string | null;
            /** Format: int64 */
            ahead: number;
            appointments: components["schemas"]["DueAppointment"][];
            items: components["schemas"]["CardView"][];
            next_cursor: string | null;
        };
        DueAppointment: {
            appointment: components["schemas"]["AppointmentView"];
            card: components["schemas"]["CardView"];
        };
        AppointmentView: {
            id: string;
            store_id: string;
            card_id: string | null;
            customer: string | null;
            salesperson: components["schemas"]["Name"] | null;
            /** @enum {string} */
            purpose: "visit" | "test_drive" | "quote" | "signing" | "delivery";
            /** Format: date-time */
            at: string;
            on: string;
            /** @enum {string} */
            standing: "invited" | "came" | "missed" | "cancelled";
            note: string | null;
            /** Format: int64 */
            moves: number;
            visit_id: string | null;
            reason: string | null;
            drive: components["schemas"]["TestDriveView"] | null;
            /** Format: int64 */
            version: number;
            can: ("edit" | "arrive" | "miss" | "cancel")[];
        };
        TestDriveView: {
            id: string;
            store_id: string;
            card_id: string | null;
            customer: string | null;
            salesperson: components["schemas"]["Name"] | null;
            car: components["schemas"]["Name"];
            appointment_id: string | null;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string;
            /** @enum {string} */
            standing: "booked" | "driven" | "cancelled";
            licence_seen: boolean | null;
            /** Format: int64 */
            odometer: number | null;
            reason: string | null;
            /** Format: int64 */
            version: number;
            can: ("edit" | "finish" | "cancel")[];
        };
        Board: {
            /** Format: date-time */
            now: string;
            day: string;
            counts: components["schemas"]["BoardCounts"];
            people: components["schemas"]["BoardPerson"][];
            loss_asked: components["schemas"]["AskedLoss"][];
            deliveries: components["schemas"]["PromisedDelivery"][];
            appointments: components["schemas"]["DueAppointment"][];
            leads: components["schemas"]["LeadView"][];
            away: components["schemas"]["AwayPerson"][];
        };
        BoardCounts: {
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            untouched: number;
            /** Format: int64 */
            silent: number;
        };
        BoardPerson: {
            salesperson: components["schemas"]["Name"] | null;
            counts: components["schemas"]["BoardCounts"];
            grades: components["schemas"]["GradeCounts"][];
            /** Format: int64 */
            done: number;
        };
        GradeCounts: {
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            counts: components["schemas"]["BoardCounts"];
        };
        AskedLoss: {
            card: components["schemas"]["CardView"];
            why: string | null;
            by: components["schemas"]["Name"] | null;
            /** Format: date-time */
            at: string | null;
        };
        PromisedDelivery: {
            card: components["schemas"]["CardView"];
            deliver_on: string;
            late: boolean;
        };
        LeadView: {
            id: string;
            /** Format: date-time */
            received_at: string;
            source: string | null;
            name: string | null;
            phone: string | null;
            email: string | null;
            wants: string | null;
            /** @enum {string} */
            outcome: "opened" | "touched" | "repeated" | "refused";
            /** @enum {string} */
            state: "waiting" | "breached" | "answered" | "repeated" | "refused";
            /** @enum {string|null} */
            fault: "too_large" | "too_deep" | "no_adf" | "no_prospect" | "no_contact" | "no_phone" | null;
            card_id: string | null;
            customer: components["schemas"]["Name"] | null;
            salesperson: components["schemas"]["Name"] | null;
            /** Format: date-time */
            target_at: string | null;
            /** Format: date-time */
            breach_at: string | null;
            /** Format: date-time */
            first_personal_response_at: string | null;
            responded_by: components["schemas"]["Name"] | null;
            /** Format: int64 */
            response_minutes: number | null;
            in_time: boolean | null;
            /** Format: date-time */
            reassigned_at: string | null;
            moved_from: components["schemas"]["Name"] | null;
        };
        AwayPerson: {
            person: components["schemas"]["Name"];
            until: string;
            /** Format: int64 */
            due: number;
        };
        RulesPage: {
            today: components["schemas"]["RulesView"];
            set: components["schemas"]["RulesView"][];
        };
        RulesView: {
            from_day: string | null;
            by: components["schemas"]["Name"] | null;
            rules: components["schemas"]["RulesInput"];
        };
        RulesInput: {
            h_days: number;
            a_days: number;
            b_days: number;
            grace_days: number;
            after_visit: number;
            every_n: number;
            every_h: number;
            every_a: number;
            every_b: number;
            every_c: number;
            every_ordered: number;
        };
        CardPage: {
            card: components["schemas"]["CardView"];
            phone_display: string | null;
            suggestion: components["schemas"]["Suggestion"] | null;
            party: components["schemas"]["PartyMemberView"][];
            orders: components["schemas"]["OrderView"][];
            appointments: components["schemas"]["AppointmentView"][];
            drives: components["schemas"]["TestDriveView"][];
            quotes: components["schemas"]["QuoteView"][];
            steps: components["schemas"]["Step"][];
            /** Format: int64 */
            version: number;
        };
        Suggestion: {
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            /** @enum {string} */
            because: "test_drive" | "quote" | "second_visit";
        };
        PartyMemberView: {
            id: string;
            is_customer: boolean;
            roles: ("buyer" | "user" | "payer" | "adviser")[];
            name: string;
            phone: string | null;
            phone_display: string | null;
            wechat: string | null;
            /** Format: int64 */
            version: number;
        };
        OrderView: {
            id: string;
            model: components["schemas"]["Name"] | null;
            colour: string | null;
            /** Format: int64 */
            price: number;
            /** Format: int64 */
            deposit: number;
            deliver_on: string | null;
            /** Format: date-time */
            ordered_at: string;
            /** Format: date-time */
            delivered_at: string | null;
            /** Format: date-time */
            cancelled_at: string | null;
            plate: string | null;
            cancel_reason: string | null;
        };
        QuoteView: {
            id: string;
            store_id: string;
            card_id: string;
            number: string;
            /** @enum {string} */
            state: "given" | "superseded" | "accepted" | "expired" | "withdrawn";
            versions: components["schemas"]["QuoteVersionView"][];
            withdraw_reason: string | null;
            /** Format: int64 */
            version: number;
            can: ("revise" | "withdraw")[];
        };
        QuoteVersionView: {
            /** Format: int64 */
            n: number;
            /** @enum {string} */
            state: "given" | "superseded" | "accepted" | "expired" | "withdrawn";
            /** Format: date-time */
            given_at: string;
            by: components["schemas"]["Name"] | null;
            /** Format: int64 */
            total: number;
            valid_until: string;
        };
        Step: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "visit" | "follow_up" | "card_opened" | "card_regraded" | "card_edited" | "card_handed_over" | "loss_asked" | "loss_approved" | "loss_rejected" | "car_ordered" | "order_cancelled" | "car_delivered" | "lead_received" | "appointment_made" | "appointment_moved" | "appointment_kept" | "appointment_missed" | "appointment_cancelled" | "drive_booked" | "drive_moved" | "drive_cancelled" | "party_member_added" | "party_member_edited" | "party_member_removed" | "cards_merged" | "cards_parted" | "lead_reassigned" | "lead_escalated" | "quote_given" | "quote_withdrawn" | "quote_accepted" | "listed";
            by: components["schemas"]["Name"] | null;
            visit: components["schemas"]["VisitView"] | null;
            follow_up: components["schemas"]["FollowUpView"] | null;
            /** @enum {string|null} */
            grade_from: "N" | "H" | "A" | "B" | "C" | null;
            /** @enum {string|null} */
            grade_to: "N" | "H" | "A" | "B" | "C" | null;
            /** @enum {string|null} */
            grade_cause: "said" | "by_hand" | "time" | "passed" | "new_rules" | "order_cancelled" | null;
            fields: string[] | null;
            from: components["schemas"]["Name"] | null;
            to: components["schemas"]["Name"] | null;
            roles: ("buyer" | "user" | "payer" | "adviser")[] | null;
            plan: components["schemas"]["PlanStep"] | null;
            quote: components["schemas"]["QuoteStep"] | null;
            listing: components["schemas"]["Listing"] | null;
        };
        FollowUpView: {
            id: string;
            /** @enum {string} */
            way: "call" | "message" | "visit" | "test_drive" | "home_visit" | "event";
            reached: boolean;
            said: string | null;
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            next_on: string | null;
            counted: boolean;
        };
        PlanStep: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            end: string | null;
            /** Format: date-time */
            was_at: string | null;
            /** @enum {string|null} */
            purpose: "visit" | "test_drive" | "quote" | "signing" | "delivery" | null;
            car: components["schemas"]["Name"] | null;
        };
        QuoteStep: {
            quote_id: string;
            number: string;
            /** Format: int64 */
            n: number;
            /** Format: int64 */
            total: number | null;
        };
        Listing: {
            registered_on: string | null;
            last_contact_on: string | null;
            /** @enum {string|null} */
            grade: "N" | "H" | "A" | "B" | "C" | null;
            channel: string | null;
            remark: string | null;
        };
        CardEdit: {
            /** Format: uuid */
            model_id?: string | null;
            colour?: string | null;
            competing_model?: string | null;
            /** @enum {string|null} */
            car_condition?: "new_car" | "used_car" | null;
            trade_in?: boolean | null;
            /** @enum {string|null} */
            payment?: "cash" | "loan" | "lease" | null;
            price_from?: number | null;
            price_to?: number | null;
            /** @enum {string} */
            purchase_when: "this_week" | "this_month" | "next_month" | "date" | "unknown";
            /** Format: date */
            purchase_day?: string | null;
            /** @enum {string|null} */
            sureness?: "sure" | "likely" | "vague" | null;
            /** @enum {string|null} */
            grade?: "N" | "H" | "A" | "B" | "C" | null;
            grade_reason?: string | null;
        };
        NewFollowUp: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at?: string | null;
            /** @enum {string} */
            way: "call" | "message" | "visit" | "test_drive" | "home_visit" | "event";
            reached: boolean;
            said?: string | null;
            /** @enum {string|null} */
            purchase_when?: "this_week" | "this_month" | "next_month" | "date" | "unknown" | null;
            /** Format: date */
            purchase_day?: string | null;
            /** @enum {string|null} */
            sureness?: "sure" | "likely" | "vague" | null;
            /** @enum {string} */
            ending: "next" | "loss";
            /** Format: date */
            next_on?: string | null;
            /** Format: date-time */
            next_at?: string | null;
            /** @enum {string|null} */
            next_way?: "call" | "message" | "visit" | "test_drive" | "home_visit" | "event" | null;
            promise?: string | null;
            appointment?: components["schemas"]["AgreedAppointment"] | null;
        };
        AgreedAppointment: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            purpose: "visit" | "test_drive" | "quote" | "signing" | "delivery";
        };
        NewOrder: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            ordered_at?: string | null;
            /** Format: uuid */
            model_id: string;
            colour?: string | null;
            price: number;
            deposit: number;
            /** Format: date */
            deliver_on?: string | null;
            /** Format: uuid */
            quote_id?: string | null;
        };
        Delivery: {
            /** Format: date-time */
            delivered_at?: string | null;
            plate?: string | null;
        };
        Cancellation: {
            /** Format: date-time */
            cancelled_at?: string | null;
            reason: string;
        };
        CardHandover: {
            /** Format: uuid */
            to: string;
        };
        Calendar: {
            /** Format: date-time */
            now: string;
            day: string;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            opens_at: string | null;
            /** Format: date-time */
            closes_at: string | null;
            cars: components["schemas"]["TestCarView"][];
            drives: components["schemas"]["TestDriveView"][];
            appointments: components["schemas"]["AppointmentView"][];
        };
        TestCarView: {
            id: string;
            name: string;
            model: components["schemas"]["Name"] | null;
            plate: string | null;
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        TestCarViewItems: {
            items: components["schemas"]["TestCarView"][];
        };
        NewTestCar: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            model_id?: string | null;
            plate?: string | null;
        };
        TestCarEdit: {
            name: string;
            /** Format: uuid */
            model_id?: string | null;
            plate?: string | null;
            retired: boolean;
        };
        NewAppointment: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            purpose: "visit" | "test_drive" | "quote" | "signing" | "delivery";
            note?: string | null;
            drive?: components["schemas"]["CarForIt"] | null;
        };
        CarForIt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            car_id: string;
            minutes: number;
        };
        AppointmentEdit: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            purpose: "visit" | "test_drive" | "quote" | "signing" | "delivery";
            note?: string | null;
        };
        Withdrawal: {
            reason?: string | null;
        };
        NewDrive: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            car_id: string;
            /** Format: date-time */
            starts_at: string;
            minutes: number;
            /** Format: uuid */
            appointment_id?: string | null;
        };
        DriveEdit: {
            /** Format: uuid */
            car_id: string;
            /** Format: date-time */
            starts_at: string;
            minutes: number;
        };
        Driven: {
            /** Format: date-time */
            ended_at?: string | null;
            licence_seen: boolean;
            odometer?: number | null;
            said?: string | null;
            /** @enum {string|null} */
            purchase_when?: "this_week" | "this_month" | "next_month" | "date" | "unknown" | null;
            /** Format: date */
            purchase_day?: string | null;
            /** @enum {string|null} */
            sureness?: "sure" | "likely" | "vague" | null;
            /** Format: date */
            next_on?: string | null;
            /** Format: date-time */
            next_at?: string | null;
            /** @enum {string|null} */
            next_way?: "call" | "message" | "visit" | "test_drive" | "home_visit" | "event" | null;
            promise?: string | null;
        };
        NewQuote: {
            /** Format: uuid */
            id: string;
            terms: components["schemas"]["NewQuoteTerms"];
        };
        NewQuoteTerms: {
            /** Format: uuid */
            model_id?: string | null;
            model?: string | null;
            trim?: string | null;
            colour?: string | null;
            lines: components["schemas"]["NewQuoteLine"][];
            discount: number;
            trade_in: number;
            deposit: number;
            loan?: components["schemas"]["NewQuoteLoan"] | null;
            /** Format: date */
            valid_until: string;
            remark?: string | null;
        };
        NewQuoteLine: {
            /** @enum {string} */
            kind: "vehicle" | "accessory" | "insurance" | "registration" | "purchase_tax" | "extended_warranty" | "service" | "other";
            text: string;
            quantity: number;
            unit_price: number;
        };
        NewQuoteLoan: {
            down_payment: number;
            months: number;
            yearly_rate: number;
        };
        QuotePaper: {
            id: string;
            store_id: string;
            card_id: string;
            number: string;
            /** Format: int64 */
            n: number;
            /** Format: int64 */
            versions: number;
            /** @enum {string} */
            state: "given" | "superseded" | "accepted" | "expired" | "withdrawn";
            /** Format: date-time */
            given_at: string;
            given_on: string;
            valid_until: string;
            store_name: string;
            customer_name: string;
            salesperson_name: string;
            store_address: string | null;
            store_phone: string | null;
            currency: string;
            model_id: string | null;
            model: string;
            trim: string | null;
            colour: string | null;
            lines: components["schemas"]["QuoteLineView"][];
            /** Format: int64 */
            subtotal: number;
            /** Format: int64 */
            discount: number;
            /** Format: int64 */
            trade_in: number;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            deposit: number;
            /** Format: int64 */
            due: number;
            total_in_capitals: string | null;
            loan: components["schemas"]["QuoteLoanView"] | null;
            remark: string | null;
            withdraw_reason: string | null;
        };
        QuoteLineView: {
            /** @enum {string} */
            kind: "vehicle" | "accessory" | "insurance" | "registration" | "purchase_tax" | "extended_warranty" | "service" | "other";
            text: string;
            /** Format: int64 */
            quantity: number;
            /** Format: int64 */
            unit_price: number;
            /** Format: int64 */
            amount: number;
        };
        QuoteLoanView: {
            /** Format: int64 */
            down_payment: number;
            /** Format: int64 */
            months: number;
            /** Format: int64 */
            yearly_rate: number;
            /** Format: int64 */
            lent: number;
            /** Format: int64 */
            instalment: number;
            /** Format: int64 */
            repaid: number;
        };
        QuoteWithdrawal: {
            reason: string;
        };
        CustomerRowPage: {
            items: components["schemas"]["CustomerRow"][];
            next_cursor: string | null;
        };
        CustomerRow: {
            id: string;
            name: string;
            phone: string | null;
            wechat: string | null;
            plate: string | null;
            email: string | null;
            salesperson: components["schemas"]["Name"] | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_visit_at: string | null;
        };
        CustomerPage: {
            id: string;
            store_id: string;
            name: string;
            /** @enum {string|null} */
            sex: "female" | "male" | null;
            phone: string | null;
            phone_display: string | null;
            wechat: string | null;
            plate: string | null;
            email: string | null;
            further: components["schemas"]["FurtherContact"][];
            partial: boolean;
            salesperson: components["schemas"]["Name"] | null;
            /** Format: date-time */
            created_at: string;
            consents: components["schemas"]["ConsentRecord"][];
            visits: components["schemas"]["VisitView"][];
            card: components["schemas"]["CardView"] | null;
            /** Format: int64 */
            version: number;
        };
        FurtherContact: {
            /** @enum {string} */
            kind: "phone" | "wechat" | "plate" | "email";
            value: string;
        };
        ConsentRecord: {
            /** @enum {string} */
            purpose: "follow_up" | "marketing";
            given: boolean;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Name"] | null;
        };
        CustomerInput: {
            name: string;
            /** @enum {string|null} */
            sex?: "female" | "male" | null;
            phone?: string | null;
            wechat?: string | null;
            plate?: string | null;
            email?: string | null;
        };
        NewConsent: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            purpose: "follow_up" | "marketing";
            given: boolean;
        };
        HitItems: {
            items: components["schemas"]["Hit"][];
        };
        Hit: {
            kind: string;
            id: string;
            store_id: string;
            store_name: string;
            name: string;
            phone_display: string | null;
            wechat: string | null;
            plate: string | null;
            email: string | null;
            salesperson: components["schemas"]["Name"] | null;
            member: string | null;
            card_id: string | null;
        };
        LookAlikeViewItems: {
            items: components["schemas"]["LookAlikeView"][];
        };
        LookAlikeView: {
            id: string;
            name: string;
            phone_display: string | null;
            plate: string | null;
            salesperson: components["schemas"]["Name"] | null;
            /** Format: date-time */
            last_visit_at: string | null;
            because: ("same_phone" | "same_wechat" | "phone_is_wechat" | "same_plate" | "same_email" | "in_party" | "same_name" | "same_sound" | "same_model" | "phone_one_off" | "one_without_phone" | "near_in_time")[];
            member: string | null;
            open: boolean;
        };
        NewPartyMember: {
            /** Format: uuid */
            id: string;
            roles: ("buyer" | "user" | "payer" | "adviser")[];
            name: string;
            phone?: string | null;
            wechat?: string | null;
        };
        PartyMemberEdit: {
            roles: ("buyer" | "user" | "payer" | "adviser")[];
            name?: string | null;
            phone?: string | null;
            wechat?: string | null;
        };
        NoticeViewItems: {
            items: components["schemas"]["NoticeView"][];
        };
        NoticeView: {
            id: string;
            /** @enum {string} */
            kind: "skated";
            /** Format: date-time */
            at: string;
            to_all: boolean;
            by: components["schemas"]["Name"] | null;
            about: components["schemas"]["Name"] | null;
            customer: components["schemas"]["Name"];
            card_id: string | null;
            visit_id: string | null;
        };
        DuplicatePage: {
            /** Format: int64 */
            count: number;
            items: components["schemas"]["DuplicateView"][];
            next_cursor: string | null;
        };
        DuplicateView: {
            id: string;
            /** Format: int64 */
            score: number;
            because: ("same_phone" | "same_wechat" | "phone_is_wechat" | "same_plate" | "same_email" | "in_party" | "same_name" | "same_sound" | "same_model" | "phone_one_off" | "one_without_phone" | "near_in_time")[];
            /** Format: date-time */
            found_at: string;
            first: components["schemas"]["DuplicateSide"];
            second: components["schemas"]["DuplicateSide"];
            /** @enum {string} */
            salesperson: "first" | "second";
            /** @enum {string|null} */
            open_card: "first" | "second" | null;
            both_open: boolean;
            both_ordered: boolean;
            /** Format: int64 */
            version: number;
        };
        DuplicateSide: {
            id: string;
            name: string;
            /** @enum {string|null} */
            sex: "female" | "male" | null;
            phone: string | null;
            phone_display: string | null;
            wechat: string | null;
            plate: string | null;
            email: string | null;
            further: components["schemas"]["FurtherContact"][];
            salesperson: components["schemas"]["Name"] | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_visit_at: string | null;
            /** Format: int64 */
            visits: number;
            card: components["schemas"]["CardView"] | null;
            /** Format: int64 */
            version: number;
        };
        NewMerge: {
            /** Format: uuid */
            id: string;
            keep: components["schemas"]["KeptChoices"];
        };
        KeptChoices: {
            /** @enum {string|null} */
            name?: "first" | "second" | null;
            /** @enum {string|null} */
            sex?: "first" | "second" | null;
            /** @enum {string|null} */
            phone?: "first" | "second" | null;
            /** @enum {string|null} */
            wechat?: "first" | "second" | null;
            /** @enum {string|null} */
            plate?: "first" | "second" | null;
            /** @enum {string|null} */
            email?: "first" | "second" | null;
            /** @enum {string|null} */
            salesperson?: "first" | "second" | null;
        };
        MergeView: {
            id: string;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Name"] | null;
            customer: components["schemas"]["Name"];
            customer_was: string;
            merged: string;
            /** Format: date-time */
            undone_at: string | null;
            undone_by: components["schemas"]["Name"] | null;
            /** @enum {string|null} */
            no_undo: "undone" | "something_new" | null;
        };
        MergeViewItems: {
            items: components["schemas"]["MergeView"][];
        };
        LeadViewPage: {
            items: components["schemas"]["LeadView"][];
            next_cursor: string | null;
        };
        NewLead: {
            source?: string | null;
            sender_key?: string | null;
            resend?: boolean | null;
            name?: string | null;
            phone?: string | null;
            email?: string | null;
            wants?: string | null;
            /** Format: date */
            expected_on?: string | null;
        };
        LeadAnswer: {
            id: string;
            /** @enum {string} */
            outcome: "opened" | "touched" | "repeated" | "refused";
            /** @enum {string|null} */
            fault: "too_large" | "too_deep" | "no_adf" | "no_prospect" | "no_contact" | "no_phone" | null;
            card_id: string | null;
        };
        LeadAnswers: {
            /** Format: int64 */
            taken: number;
            /** Format: int64 */
            refused: number;
            leads: components["schemas"]["LeadAnswer"][];
        };
        LeadSummary: {
            from_day: string;
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            breached: number;
            /** Format: int64 */
            answered: number;
            /** Format: int64 */
            in_time: number;
            /** Format: int64 */
            repeated: number;
            /** Format: int64 */
            refused: number;
            faults: components["schemas"]["FaultCount"][];
        };
        FaultCount: {
            /** @enum {string} */
            fault: "too_large" | "too_deep" | "no_adf" | "no_prospect" | "no_contact" | "no_phone";
            /** Format: int64 */
            count: number;
        };
        LeadRulesView: {
            rules: components["schemas"]["LeadRuleView"][];
            providers: string[];
            /** Format: int64 */
            version: number;
        };
        LeadRuleView: {
            provider: string | null;
            model: string | null;
            /** @enum {string|null} */
            language: "zh" | "other" | null;
            people: components["schemas"]["Name"][];
        };
        LeadRules: {
            rules: components["schemas"]["LeadRule"][];
        };
        LeadRule: {
            provider?: string | null;
            model?: string | null;
            /** @enum {string|null} */
            language?: "zh" | "other" | null;
            people: string[];
        };
        AnswerTimesPage: {
            today: components["schemas"]["AnswerTimesView"];
            set: components["schemas"]["AnswerTimesView"][];
        };
        AnswerTimesView: {
            from_day: string | null;
            by: components["schemas"]["Name"] | null;
            times: components["schemas"]["AnswerTimes"];
        };
        AnswerTimes: {
            target: number;
            reassign: number;
            breach: number;
        };
        LeadPage: {
            lead: components["schemas"]["LeadView"];
            raw: string | null;
        };
        Truth: {
            from: string;
            to: string;
            thresholds: components["schemas"]["Thresholds"];
            /** Format: int64 */
            follow_ups: number;
            /** Format: int64 */
            reached: number;
            findings: components["schemas"]["FindingCounts"];
            people: components["schemas"]["PersonTruth"][];
        };
        Thresholds: {
            /** Format: int64 */
            burst_count: number;
            /** Format: int64 */
            burst_minutes: number;
            /** Format: int64 */
            tries: number;
            /** Format: int64 */
            silent_days: number;
            /** Format: int64 */
            two_way: number;
            /** Format: int64 */
            attempts: number;
            /** Format: int64 */
            soon_minutes: number;
        };
        FindingCounts: {
            /** Format: int64 */
            burst: number;
            /** Format: int64 */
            unreached: number;
            /** Format: int64 */
            unsaid: number;
            /** Format: int64 */
            unworked: number;
        };
        PersonTruth: {
            person: components["schemas"]["Name"];
            /** Format: int64 */
            follow_ups: number;
            /** Format: int64 */
            reached: number;
            findings: components["schemas"]["FindingCounts"];
        };
        FindingPage: {
            items: components["schemas"]["Finding"][];
            next_cursor: string | null;
        };
        Finding: {
            /** @enum {string} */
            kind: "burst" | "unreached" | "unsaid" | "unworked";
            person: components["schemas"]["Name"];
            on: string;
            /** Format: date-time */
            first_at: string;
            /** Format: date-time */
            last_at: string;
            /** Format: int64 */
            minutes: number;
            /** Format: int64 */
            customers: number;
            /** Format: int64 */
            sent_later: number;
            /** Format: date-time */
            since: string | null;
            /** Format: int64 */
            days: number | null;
            /** Format: int64 */
            after_minutes: number | null;
            few: boolean;
            soon: boolean;
            rows: components["schemas"]["FindingRow"][];
        };
        FindingRow: {
            id: string;
            card: components["schemas"]["FindingCard"];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            sent_at: string | null;
            /** @enum {string} */
            way: "call" | "message" | "visit" | "test_drive" | "home_visit" | "event";
            reached: boolean;
            said: string | null;
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            next_on: string | null;
        };
        FindingCard: {
            id: string;
            store_id: string;
            customer: string;
            /** @enum {string} */
            standing: "following" | "loss_asked" | "ordered" | "delivered" | "lost";
            /** @enum {string} */
            grade: "N" | "H" | "A" | "B" | "C";
            salesperson: components["schemas"]["Name"] | null;
        };
        StoreTruthItems: {
            items: components["schemas"]["StoreTruth"][];
        };
        StoreTruth: {
            store_id: string;
            store_name: string;
            /** Format: int64 */
            follow_ups: number;
            /** Format: int64 */
            reached: number;
            findings: components["schemas"]["FindingCounts"];
        };
        Workload: {
            /** Format: date-time */
            now: string;
            today: string;
            people: components["schemas"]["PersonLoad"][];
            overloads: components["schemas"]["Overload"][];
        };
        PersonLoad: {
            person: components["schemas"]["Name"] | null;
            usual: components["schemas"]["Usual"] | null;
            /** Format: int64 */
            overdue: number;
            days: components["schemas"]["DayLoad"][];
        };
        Usual: {
            /** Format: int64 */
            per_day: number;
            /** Format: int64 */
            days: number;
            /** Format: int64 */
            follow_ups: number;
            measured: boolean;
        };
        DayLoad: {
            day: string;
            works: boolean;
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            too_many: number;
        };
        Overload: {
            person: components["schemas"]["Name"];
            day: string;
            works: boolean;
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            usual: number;
            /** Format: int64 */
            too_many: number;
            given: components["schemas"]["GivenCard"][];
        };
        GivenCard: {
            card: components["schemas"]["FindingCard"];
            to: components["schemas"]["Name"];
        };
        OverloadAheadItems: {
            items: components["schemas"]["OverloadAhead"][];
        };
        OverloadAhead: {
            person: components["schemas"]["Name"];
            day: string;
            works: boolean;
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            usual: number;
            /** Format: int64 */
            too_many: number;
        };
        Hours: {
            from: string;
            to: string;
            people: components["schemas"]["PersonHours"][];
        };
        PersonHours: {
            person: components["schemas"]["Name"];
            /** Format: int64 */
            any_time: number;
            hours: components["schemas"]["HourCounts"][];
        };
        HourCounts: {
            /** Format: int64 */
            hour: number;
            /** Format: int64 */
            due: number;
            /** Format: int64 */
            done: number;
        };
        Hundred: {
            /** Format: date-time */
            now: string;
            month: string | null;
            figures: components["schemas"]["Figure"][];
            groups: components["schemas"]["FigureGroup"][];
            rate: components["schemas"]["Rate"];
            before: components["schemas"]["Rate"] | null;
            comparison: components["schemas"]["Comparison"] | null;
            completeness: components["schemas"]["Completeness"];
            thinner: boolean;
        };
        Figure: {
            visit_id: string;
            store_id: string;
            /** Format: date-time */
            arrived_at: string;
            /** @enum {string} */
            state: "closed" | "follow_up" | "overdue" | "lost" | "filed" | "unfiled" | "open";
            reason_code: string | null;
            salesperson: components["schemas"]["Name"] | null;
            model: components["schemas"]["Name"] | null;
            channel_code: string | null;
            /** Format: int64 */
            minutes: number | null;
            story: string | null;
        };
        FigureGroup: {
            /** @enum {string} */
            state: "closed" | "follow_up" | "overdue" | "lost" | "filed" | "unfiled" | "open";
            cause: string | null;
            /** Format: int64 */
            count: number;
        };
        Rate: {
            /** Format: int64 */
            filed: number;
            /** Format: int64 */
            unfiled: number;
            /** Format: int64 */
            open: number;
            rate: number | null;
            low: number;
            high: number;
        };
        Comparison: {
            difference: number;
            low: number;
            high: number;
            /** @enum {string} */
            verdict: "rose" | "fell" | "no_difference" | "too_few";
            /** Format: int64 */
            needed: number;
        };
        Completeness: {
            /** Format: int64 */
            logged: number;
            /** Format: int64 */
            counted: number;
            share: number | null;
        };
        MonthChart: {
            centre: number | null;
            widened: boolean;
            sigma_z: number;
            points: components["schemas"]["MonthPoint"][];
            overall: components["schemas"]["Rate"];
            completeness: components["schemas"]["Completeness"];
        };
        MonthPoint: {
            month: string;
            filing: components["schemas"]["Rate"];
            rate: number | null;
            low: number | null;
            high: number | null;
            outside: boolean;
            in_run: boolean;
            completeness: components["schemas"]["Completeness"];
            thinner: boolean;
        };
        Causes: {
            /** Format: int64 */
            unfiled: number;
            causes: components["schemas"]["CauseShare"][];
            unknown_share: number;
            unknown_alarm: boolean;
        };
        CauseShare: {
            code: string;
            /** Format: int64 */
            count: number;
            share: number;
            cumulative: number;
            vital: boolean;
            reasons: components["schemas"]["ReasonShare"][];
        };
        ReasonShare: {
            code: string;
            /** Format: int64 */
            count: number;
            share: number;
            cumulative: number;
            vital: boolean;
        };
        Groups: {
            /** @enum {string} */
            by: "all" | "reason" | "person" | "hour" | "channel" | "model" | "minutes" | "asks" | "second_face" | "on_duty" | "store" | "fate";
            rates: boolean;
            overall: number | null;
            groups: components["schemas"]["GroupPoint"][];
        };
        GroupPoint: {
            value: string;
            name: string | null;
            /** Format: int64 */
            filed: number;
            /** Format: int64 */
            unfiled: number;
            /** Format: int64 */
            open: number;
            rate: number | null;
            low: number | null;
            high: number | null;
            funnel_low: number;
            funnel_high: number;
            funnel_lowest: number;
            funnel_highest: number;
            beyond: boolean;
            shrunken: number | null;
            /** Format: int64 */
            more_visits: number;
        };
        Differences: {
            /** Format: int64 */
            looked_at: number;
            found: components["schemas"]["Contrast"][];
            too_small: components["schemas"]["TooSmall"][];
        };
        Contrast: {
            /** @enum {string} */
            by: "all" | "reason" | "person" | "hour" | "channel" | "model" | "minutes" | "asks" | "second_face" | "on_duty" | "store" | "fate";
            value: string;
            name: string | null;
            /** Format: int64 */
            unfiled: number;
            /** Format: int64 */
            of: number;
            /** Format: int64 */
            rest_unfiled: number;
            /** Format: int64 */
            rest_of: number;
            difference: number;
            low: number;
            high: number;
            p: number;
        };
        TooSmall: {
            /** @enum {string} */
            by: "all" | "reason" | "person" | "hour" | "channel" | "model" | "minutes" | "asks" | "second_face" | "on_duty" | "store" | "fate";
            value: string;
            name: string | null;
            /** Format: int64 */
            of: number;
            /** Format: int64 */
            more_visits: number;
        };
        Cohorts: {
            months: components["schemas"]["Cohort"][];
            overall: components["schemas"]["CohortAge"][];
        };
        Cohort: {
            month: string;
            /** Format: int64 */
            first_visits: number;
            ages: components["schemas"]["CohortAge"][];
        };
        CohortAge: {
            /** Format: int64 */
            days: number;
            /** Format: int64 */
            reached: number;
            /** Format: int64 */
            closed: number;
            /** Format: int64 */
            follow_up: number;
            /** Format: int64 */
            lost: number;
            /** Format: int64 */
            unfiled: number;
            rate: number | null;
            low: number;
            high: number;
        };
        StoreMonthsPage: {
            items: components["schemas"]["StoreMonths"][];
            next_cursor: string | null;
        };
        StoreMonths: {
            store_id: string;
            name: string;
            points: components["schemas"]["MonthPoint"][];
        };
        StoresBehind: {
            name: string | null;
            /** Format: int64 */
            count: number;
            stores: components["schemas"]["StoreCount"][];
        };
        StoreCount: {
            store: components["schemas"]["Name"];
            /** Format: int64 */
            count: number;
        };
        /** @description RFC 9457 problem details; `detail` is a sentence in the reader's language. */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors: {
                pointer: string;
                code: string;
                detail: string;
            }[];
            /** @description For 412: the record as it stands now. */
            current: unknown;
            /** @description Seconds. */
            retry_after: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
