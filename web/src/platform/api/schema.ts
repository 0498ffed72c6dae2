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
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        OpeningHours: {
            weekday: number;
            opens: string;
            closes: string;
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
            state: "mapping" | "trying" | "tried" | "running" | "done" | "failed";
            format: components["schemas"]["ImportFormat"];
            headers: string[];
            preview: string[][];
            columns: ("arrived_on" | "arrived_at" | "arrived_time" | "left_time" | "way" | "occasion" | "party_size" | "salesperson" | "customer_name" | "sex" | "phone" | "wechat" | "plate" | "channel" | "model" | "purchase_day" | "grade" | "price" | "reason" | "asks" | "second_face" | "story" | "test_drive" | "quote" | "trade_in" | "exclusion" | "appointed_at" | "transport" | "colour" | "current_car" | "competing_model" | "questionnaire" | null)[];
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
            columns: ("arrived_on" | "arrived_at" | "arrived_time" | "left_time" | "way" | "occasion" | "party_size" | "salesperson" | "customer_name" | "sex" | "phone" | "wechat" | "plate" | "channel" | "model" | "purchase_day" | "grade" | "price" | "reason" | "asks" | "second_face" | "story" | "test_drive" | "quote" | "trade_in" | "exclusion" | "appointed_at" | "transport" | "colour" | "current_car" | "competing_model" | "questionnaire" | null)[];
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
            items: components["schemas"]["CardView"][];
            next_cursor: string | null;
        };
        Board: {
            /** Format: date-time */
            now: string;
            day: string;
            counts: components["schemas"]["BoardCounts"];
            people: components["schemas"]["BoardPerson"][];
            loss_asked: components["schemas"]["CardView"][];
            deliveries: components["schemas"]["PromisedDelivery"][];
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
            orders: components["schemas"]["OrderView"][];
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
        Step: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "visit" | "follow_up" | "card_opened" | "card_regraded" | "card_edited" | "card_handed_over" | "loss_asked" | "loss_approved" | "loss_rejected" | "car_ordered" | "order_cancelled" | "car_delivered" | "lead_received" | "lead_reassigned" | "lead_escalated";
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
            by: "all" | "reason" | "person" | "hour" | "channel" | "model" | "minutes" | "asks" | "second_face" | "on_duty" | "store";
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
            by: "all" | "reason" | "person" | "hour" | "channel" | "model" | "minutes" | "asks" | "second_face" | "on_duty" | "store";
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
            by: "all" | "reason" | "person" | "hour" | "channel" | "model" | "minutes" | "asks" | "second_face" | "on_duty" | "store";
            value: string;
            name: string | null;
            /** Format: int64 */
            of: number;
            /** Format: int64 */
            more_visits: number;
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
