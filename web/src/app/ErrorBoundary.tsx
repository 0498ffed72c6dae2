import { ErrorPanel } from '@platform/show/ErrorPanel';
import { Component, type ReactNode } from 'react';

type Props = { children: ReactNode };
type State = { error: Error | null };

/** A fault in one page stays in that page; trying again mounts it anew. */
export class ErrorBoundary extends Component<Props, State> {
  state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  render() {
    if (!this.state.error) return this.props.children;
    return (
      <div style={{ maxWidth: 560, margin: '10vh auto', padding: 16 }}>
        <ErrorPanel error={this.state.error} retry={() => this.setState({ error: null })} />
      </div>
    );
  }
}
